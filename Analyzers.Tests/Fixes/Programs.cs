namespace Logits.Analyzers.Tests.Fixes;

/// <summary>The programs around the statements of a test.</summary>
internal static class Programs
{
    public const string TorchUsings = "using System;\nusing TorchSharp;\nusing TorchSharp.Modules;\nusing static TorchSharp.torch;\nusing static TorchSharp.torch.nn;\n\n";

    public static string Torch(string statements) => TorchMembers($$"""
        Tensor M(Tensor x, Tensor y, Tensor z, Tensor target, Tensor weight)
            {
        {{Indent(statements, 8)}}
            }
        """);

    public static string TorchMembers(string members) => TorchUsings + $$"""
        class C
        {
            {{members}}
        }
        """;

    public static string Keras(string statements) => $$"""
        using Tensorflow;
        using Tensorflow.Keras;
        using Tensorflow.Keras.Engine;
        using static Tensorflow.Binding;
        using static Tensorflow.KerasApi;

        class C
        {
            void M(Tensor x, Tensor y)
            {
        {{Indent(statements, 8)}}
            }
        }
        """;

    private static string Indent(string text, int width) => new string(' ', width) + text.Replace("\n", "\n" + new string(' ', width));
}
