using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Reflection;
using BenchmarkDotNet.Attributes;

namespace Logits.Benchmarks.Kernels;

/// <summary>
/// The sides of each benchmark in turns, a few milliseconds each: where other work comes and goes on a machine, it slows all of them, and their
/// ratios hold.
/// </summary>
internal static class TurnMeasurements
{
    private const double TurnMilliseconds = 2;

    private const int MostRounds = 40;

    private const double LeastNanoseconds = 10_000;

    private const int CallsToCount = 1_000;

    /// <param name="options">Words that a benchmark's name must contain, if there are any: "Softmax", "Double".</param>
    public static void Run(string[] options)
    {
        Console.WriteLine(KernelMeasurements.Header);
        foreach (var (name, number, type) in KernelMeasurements.Chosen(options))
        {
            foreach (var shape in (IEnumerable<Shape>)type.GetProperty(nameof(RowBenchmarks<float>.Shapes), BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy)!.GetValue(null)!)
                KernelMeasurements.Print(name, number, shape, Measure(type, shape));
        }
    }

    /// <summary>Nanoseconds a call of each side: the least of all rounds.</summary>
    private static Dictionary<string, double> Measure(Type type, Shape shape)
    {
        var benchmark = Activator.CreateInstance(type)!;
        type.GetProperty(nameof(RowBenchmarks<float>.Shape))!.SetValue(benchmark, shape);
        type.GetMethod(nameof(RowBenchmarks<float>.SetUp))!.Invoke(benchmark, null);
        Side[] sides = [.. type.GetMethods().Where(m => m.IsDefined(typeof(BenchmarkAttribute), true)).Select(m => new Side(m.Name, Call(m, benchmark)))];
        var started = Stopwatch.StartNew();
        for (var round = 0; round < MostRounds && (round < 5 || started.Elapsed.TotalSeconds < 3); round++)
        {
            foreach (var side in sides)
                side.Turn();
        }
        type.GetMethod(nameof(RowBenchmarks<float>.CleanUp))!.Invoke(benchmark, null);
        return sides.ToDictionary(s => s.Name, s => s.Least);
    }

    private static Action Call(MethodInfo method, object target)
    {
        if (method.ReturnType == typeof(void))
            return method.CreateDelegate<Action>(target);
        return method.ReturnType == typeof(double) ? Dropping(method.CreateDelegate<Func<double>>(target)) : Dropping(method.CreateDelegate<Func<float>>(target));
    }

    private static Action Dropping<T>(Func<T> call) => () => call();

    private sealed class Side(string name, Action call)
    {
        private int _calls = 1;

        public string Name => name;

        public double Least { get; private set; } = double.MaxValue;

        public void Turn()
        {
            call(); // What the side before left in the caches is not its own.
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < _calls; i++)
                call();
            var nanoseconds = Stopwatch.GetElapsedTime(start).TotalNanoseconds;
            // One call may be shorter than the clock tells.
            if (_calls == 1 && nanoseconds < LeastNanoseconds)
            {
                _calls = CallsToCount;
                return;
            }
            this.Least = Math.Min(this.Least, nanoseconds / _calls);
            _calls = Math.Max(1, (int)(TurnMilliseconds * 1e6 * _calls / nanoseconds));
        }
    }
}
