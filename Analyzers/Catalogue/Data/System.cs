// The mathematics of .NET on single numbers: enough to follow a formula through it.

using Logits.Annotations;

namespace System
{
    static partial class Math
    {
        [return: Computes(Operation.Exp)] static double Exp(double d);
        // The natural logarithm; with a base, something else.
        [return: Computes(Operation.Log)] static double Log(double d);
        static double Log(double a, double newBase);
        [return: Computes(Operation.Extremum)] static double Max(double val1, double val2);
        [return: Computes(Operation.Extremum)] static double Min(double val1, double val2);
    }

    static partial class MathF
    {
        [return: Computes(Operation.Exp)] static float Exp(float x);
        [return: Computes(Operation.Log)] static float Log(float x);
        static float Log(float x, float y);
        [return: Computes(Operation.Extremum)] static float Max(float x, float y);
        [return: Computes(Operation.Extremum)] static float Min(float x, float y);
    }
}
