using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Logits.Analyzers.Tests.Libraries;

/// <summary>Holds the declarations of the libraries against the checked-in public API of the real ones.</summary>
public class LibraryDeclarationTests
{
    // The format in which the checked-in signatures are written.
    private static readonly SymbolDisplayFormat s_format = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeConstantValue
            | SymbolDisplayMemberOptions.IncludeRef,
        SymbolDisplayDelegateStyle.NameAndSignature,
        SymbolDisplayExtensionMethodStyle.StaticMethod,
        SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut
            | SymbolDisplayParameterOptions.IncludeExtensionThis,
        SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    public static TheoryData<string> Groups => new() { "TorchSharp", "TorchSharpE1", "TorchSharpE2", "Keras" };

    [Theory]
    [MemberData(nameof(Groups))]
    public void Declarations_compile_without_errors_and_warnings(string group) =>
        Assert.Equal([], Declarations(group).GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));

    [Theory]
    [MemberData(nameof(Groups))]
    public void Every_public_member_is_one_of_the_real_library(string group)
    {
        ILookup<string, string> real = RealSignatures(group);
        List<string> wrong = [];
        int count = 0;
        foreach (ISymbol symbol in PublicSymbols(Declarations(group).Assembly.GlobalNamespace))
        {
            count++;
            string id = symbol.GetDocumentationCommentId()!;
            if (!real.Contains(id))
            {
                wrong.Add("missing: " + id);
            }
            else if (symbol is not INamedTypeSymbol { TypeKind: not TypeKind.Delegate })
            {
                string signature = Normalize(symbol, symbol.ToDisplayString(s_format));
                if (!real[id].Any(text => Normalize(symbol, text) == signature))
                {
                    wrong.Add($"differs: {id}\n  {signature}\n  {string.Join("\n  ", real[id].Select(text => Normalize(symbol, text)))}");
                }
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {count}\n" + string.Join("\n", wrong));
        Assert.InRange(count, 500, 10_000);
    }

    [Theory]
    [InlineData("TorchSharp", "torchsharp.tsv")]
    [InlineData("Keras", "tensorflow.tsv")]
    public void Checked_in_ids_are_sorted_and_unique(string group, string file)
    {
        string[] ids = ReadRows(file).Select(row => row.Id).ToArray();

        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.True(ids.Length > 4_000, group);
    }

    private static CSharpCompilation Declarations(string group) => LibrarySources.CreateCompilation(
        "Declarations",
        group switch
        {
            "TorchSharp" => LibrarySources.TorchSharp,
            "TorchSharpE1" => LibrarySources.TorchSharpE1,
            "TorchSharpE2" => LibrarySources.TorchSharpE2,
            "Keras" => LibrarySources.Keras,
            _ => throw new ArgumentOutOfRangeException(nameof(group)),
        },
        LibrarySources.FrameworkReferences);

    private static ILookup<string, string> RealSignatures(string group)
    {
        IEnumerable<(string Id, string Signature, string Versions)> rows = group switch
        {
            "TorchSharp" => ReadRows("torchsharp.tsv"),
            "TorchSharpE1" => ReadRows("torchsharp-old.tsv").Where(row => row.Versions.Contains("0.97.6", StringComparison.Ordinal))
                .Concat(ReadRows("torchsharp.tsv")),
            "TorchSharpE2" => ReadRows("torchsharp-old.tsv").Where(row => row.Versions.Contains("0.99.1", StringComparison.Ordinal))
                .Concat(ReadRows("torchsharp.tsv")),
            "Keras" => ReadRows("tensorflow.tsv"),
            _ => throw new ArgumentOutOfRangeException(nameof(group)),
        };
        return rows.ToLookup(row => row.Id, row => row.Signature);
    }

    private static IEnumerable<(string Id, string Signature, string Versions)> ReadRows(string file)
    {
        using Stream stream = typeof(LibraryDeclarationTests).Assembly.GetManifestResourceStream("TestData/DocumentationIds/" + file)!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;

            string[] fields = line.Split('\t');
            yield return (fields[0], fields[1], fields.Length > 2 ? fields[2] : "");
        }
    }

    private static IEnumerable<ISymbol> PublicSymbols(INamespaceOrTypeSymbol container)
    {
        foreach (ISymbol member in container.GetMembers())
        {
            if (member is INamespaceSymbol inner)
            {
                foreach (ISymbol symbol in PublicSymbols(inner)) yield return symbol;
                continue;
            }

            if (member.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)
                || member.IsImplicitlyDeclared
                || member is IMethodSymbol { AssociatedSymbol: not null })
            {
                continue;
            }

            yield return member;
            if (member is INamedTypeSymbol { TypeKind: not TypeKind.Delegate } type)
            {
                foreach (ISymbol symbol in PublicSymbols(type)) yield return symbol;
            }
        }
    }

    private static string Normalize(ISymbol symbol, string signature)
    {
        // The declarations are oblivious to nullability, which the documentation id settles for value types.
        signature = signature.Replace("?", "", StringComparison.Ordinal);

        // Accessors that are not public are not declared, and constraints of overrides are inherited.
        if (symbol is IPropertySymbol) signature = Regex.Replace(signature, "(private|internal) set; ", "");
        if (symbol is IMethodSymbol { IsOverride: true }) signature = Regex.Replace(signature, @"\) where .*$", ")");
        if (symbol is INamedTypeSymbol)
        {
            signature = Regex.Replace(signature, @"^(public|protected) (delegate )?|^sealed Delegate | : System\.MulticastDelegate ?$", "");
        }

        return signature;
    }
}
