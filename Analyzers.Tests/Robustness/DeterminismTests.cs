using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Logits.Analyzers.Tests.Mutation;
using Logits.Analyzers.Tests.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Logits.Analyzers.Tests.Robustness;

/// <summary>What is found depends neither on how many threads look for it, nor on which file is asked first.</summary>
public sealed class DeterminismTests
{
    private const int Threads = 16;
    private const int Orders = 4;

    /// <summary>One mistake in every program, another one each time.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task EveryOrderFindsTheSame(int turn)
    {
        var random = new Random(turn);
        var programs = TestProgram.All.Select(program => Operators.All(program).ToList()).Where(mutants => mutants.Count > 0).Select(mutants => mutants[random.Next(mutants.Count)].Program);
        foreach (var compilation in Joined(programs).SelectMany(program => Analysis.Compilations(program)))
        {
            var expected = Texts(await Analysis.FindingsAsync(compilation));
            for (var order = 0; order < Orders; order++)
            {
                var trees = compilation.SyntaxTrees.ToArray();
                random.Shuffle(trees);
                Assert.Equal(expected, await FindingsAsync(compilation, trees, threads: order % 2 == 0 ? 1 : Threads));
            }
        }
    }

    /// <summary>A build looks at bodies when all of them are bound, one by one or many at once.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ABuildFindsTheSame(bool isConcurrent)
    {
        var random = new Random(3);
        var programs = TestProgram.All.Select(program => Operators.All(program).ToList()).Where(mutants => mutants.Count > 0).Select(mutants => mutants[random.Next(mutants.Count)].Program);
        foreach (var compilation in Joined(programs).SelectMany(program => Analysis.Compilations(program)))
        {
            var built = compilation.WithOptions(compilation.Options.WithConcurrentBuild(isConcurrent));
            Assert.Equal(Texts(await Analysis.FindingsAsync(compilation)), Texts(await Analysis.FindingsAsync(built, Host.Of(("build_property.DesignTimeBuild", "")))));
        }
    }

    /// <summary>An editor asks file by file and never comes to the end of a compilation, up to which a build puts everything off.</summary>
    [Theory]
    [InlineData("true", true)]
    [InlineData("", false)]
    public async Task AnEditorIsToldApart(string designTimeBuild, bool isShownFileByFile)
    {
        var mutant = TestProgram.All.SelectMany(Operators.All).First(mutant => mutant.Program.Projects.Length == 1);
        var compilation = Analysis.Compilations(mutant.Program).Single();
        var analysis = compilation.WithAnalyzers([new LogitsAnalyzer()], Host.Of(("build_property.DesignTimeBuild", designTimeBuild)));
        var findings = new List<Diagnostic>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            findings.AddRange(await analysis.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), filterSpan: null, default));
        }

        var built = Texts(await Analysis.FindingsAsync(compilation));
        Assert.NotEmpty(built);
        Assert.Equal(isShownFileByFile ? built : [], Texts(findings));
    }

    /// <summary>An editor shows a project the sources of those that it refers to, a build their images.</summary>
    [Fact]
    public async Task AnEditorFindsWhatABuildFinds()
    {
        foreach (var mutant in TestProgram.All.Where(program => program.Projects.Length > 1).SelectMany(Operators.All))
        {
            var built = await Analysis.FindingsAsync(Analysis.Compilations(mutant.Program));
            var shown = await Analysis.FindingsAsync(Analysis.CompilationsInEditor(mutant.Program));
            Assert.Equal(Texts(built), Texts(shown));
        }
    }

    /// <summary>The programs as one, so that what they name alike has to be told apart; those that are statements, or of several projects, stay alone.</summary>
    private static IEnumerable<TestProgram> Joined(IEnumerable<TestProgram> programs)
    {
        var kinds = programs.ToLookup(program => program.Projects.Length == 1 && Analysis.Compilations(program).Single().Options.OutputKind == OutputKind.DynamicallyLinkedLibrary);
        return kinds[false].Prepend(new TestProgram("joined", [.. kinds[true].SelectMany(program => program.Files).Select(file => new ProgramFile($"joined/{file.Path.Replace('/', '.')}", file.Text))]));
    }

    /// <summary>What a fresh analysis finds in the files, asked in this order.</summary>
    private static async Task<List<string>> FindingsAsync(CSharpCompilation compilation, IEnumerable<SyntaxTree> trees, int threads)
    {
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: threads > 1, logAnalyzerExecutionTime: false);
        var analysis = compilation.WithAnalyzers([new LogitsAnalyzer()], options);
        var findings = new ConcurrentBag<Diagnostic>();
        await Parallel.ForEachAsync(trees, new ParallelOptions { MaxDegreeOfParallelism = threads }, async (tree, cancellation) =>
        {
            foreach (var finding in await analysis.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), filterSpan: null, cancellation))
            {
                findings.Add(finding);
            }
        });
        return Texts(findings);
    }

    private static List<string> Texts(IEnumerable<Diagnostic> findings)
        => [.. findings.Select(finding => $"{finding} {string.Join(" ", finding.AdditionalLocations.Prepend(finding.Location))}").Order(StringComparer.Ordinal)];
}
