namespace Logits.Benchmarks.Kernels;

/// <summary>Rows and classes.</summary>
public readonly record struct Shape(int Rows, int Classes)
{
    public override string ToString() => $"[{this.Rows}, {this.Classes}]";
}
