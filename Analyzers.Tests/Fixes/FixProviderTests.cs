using System;
using System.Linq;
using System.Reflection;
using Logits.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace Logits.Analyzers.Tests.Fixes;

/// <summary>What every fix has to be for an editor to find it and to apply it to many findings.</summary>
public class FixProviderTests
{
    public static TheoryData<Type> Fixes { get; } =
        [.. typeof(LogitsFix).Assembly.GetTypes().Where(type => typeof(CodeFixProvider).IsAssignableFrom(type) && !type.IsAbstract)];

    [Theory]
    [MemberData(nameof(Fixes))]
    public void Fix_IsExportedUnderItsName(Type type)
    {
        var export = type.GetCustomAttribute<ExportCodeFixProviderAttribute>();
        Assert.NotNull(export);
        Assert.Equal(type.Name, export.Name);
        Assert.Equal([LanguageNames.CSharp], export.Languages);
        Assert.DoesNotContain(type.GetCustomAttributes(), attribute => attribute.GetType().Name == "SharedAttribute");
    }

    [Theory]
    [MemberData(nameof(Fixes))]
    public void Fix_IsForAFindingOfTheAnalyzer(Type type)
    {
        string id = Assert.Single(Create(type).FixableDiagnosticIds);
        Assert.Contains(id, new LogitsAnalyzer().SupportedDiagnostics.Select(descriptor => descriptor.Id));
    }

    [Theory]
    [MemberData(nameof(Fixes))]
    public void Keys_AreOfTheRuleAndDiffer(Type type)
    {
        string id = Create(type).FixableDiagnosticIds.Single();
        string[] keys = type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).ToArray();
        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.StartsWith(id + ".", key, StringComparison.Ordinal));
        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Fixes))]
    public void FixAll_IsForEveryScope(Type type)
    {
        FixAllProvider? provider = Create(type).GetFixAllProvider();
        Assert.NotNull(provider);
        FixAllScope[] scopes = provider.GetSupportedFixAllScopes().ToArray();
        Assert.Contains(FixAllScope.Document, scopes);
        Assert.Contains(FixAllScope.Project, scopes);
        Assert.Contains(FixAllScope.Solution, scopes);
    }

    private static CodeFixProvider Create(Type type) => (CodeFixProvider)Activator.CreateInstance(type)!;
}
