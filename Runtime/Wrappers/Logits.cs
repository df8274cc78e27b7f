using System;
using System.Numerics;
using System.Numerics.Tensors;
using Logits.Annotations;
using Logits.Numerics;

namespace Logits;

/// <summary>
/// Multiclass logits: unnormalised log-probabilities, of which only the differences within a row mean something. A row is the numbers
/// along the class axis with all other indices fixed.
/// </summary>
/// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
/// <remarks>
/// The numbers are used where they are, not copied, and must not change meanwhile. Negative infinity masks a class. There is no comparison
/// with a number, as none would mean a probability: convert with <see cref="Softmax"/> first.
/// </remarks>
[CarriesKind, Logits(Link.Softmax)]
public readonly struct Logits<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ClassTensor<T> _tensor;

    /// <summary>Rows of neighbouring numbers.</summary>
    /// <param name="values">The rows, one after the other.</param>
    /// <param name="classes">The length of a row, at least 1.</param>
    /// <param name="model">The model that they come from, if it is known.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classes"/> is not positive.</exception>
    /// <exception cref="ArgumentException">
    /// The count of <paramref name="values"/> is not a multiple of <paramref name="classes"/>.
    /// </exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public Logits([Logits(Link.Softmax), LogProbabilities(Link.Softmax)] ReadOnlyMemory<T> values, [ClassCount] int classes, ModelId model = default)
        : this(ClassTensor<T>.Of(values, classes, nameof(values), nameof(classes)), model)
    {
    }

    internal Logits(ClassTensor<T> tensor, ModelId model)
    {
        _tensor = tensor;
        Model = model;
    }

    /// <summary>The model that the logits come from; <c>default</c> if it is not known.</summary>
    public ModelId Model { get; }

    /// <summary>How many classes a row has.</summary>
    public int Classes => _tensor.Classes;

    /// <summary>How many rows there are.</summary>
    public int RowCount => _tensor.RowCount;

    /// <summary>The lengths of all axes.</summary>
    public ReadOnlySpan<nint> Lengths => _tensor.Lengths;

    /// <summary>The class axis, counted from the front.</summary>
    public int ClassAxis => _tensor.Axis;

    internal ClassTensor<T> Tensor => _tensor;

    /// <summary>One row; copied only if its numbers are not neighbours in memory.</summary>
    /// <param name="row">From 0, in the order of the other axes, the last of them fastest.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public LogitsSpan<T> this[int row] => new(_tensor.Row(row), Classes, Model);

    /// <summary>The logit of one class in one row.</summary>
    /// <param name="row">From 0, in the order of the other axes, the last of them fastest.</param>
    /// <param name="class">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row or class.</exception>
    [Logits(Link.Softmax)]
    public T this[int row, int @class] => _tensor[row, @class];

    /// <summary>The numbers of a tensor of any rank and strides.</summary>
    /// <param name="tensor">One or more axes.</param>
    /// <param name="classAxis">The class axis, from the front 0, 1, .. or from the back -1, -2, ..</param>
    /// <param name="model">The model that they come from, if it is known.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tensor"/> is null.</exception>
    /// <exception cref="ArgumentException">The tensor has no classes along the axis.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classAxis"/> is not one of the tensor's.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static Logits<T> FromTensor([Logits(Link.Softmax), LogProbabilities(Link.Softmax)] Tensor<T> tensor, [ClassAxis] int classAxis = -1, ModelId model = default)
        => new(ClassTensor<T>.Of(tensor, classAxis, nameof(tensor), nameof(classAxis)), model);

    /// <summary>The mean of logits of one model, element by element: of several views of the same samples.</summary>
    /// <param name="logits">One or more, of the same axes and of one model.</param>
    /// <exception cref="ArgumentException">There are none, the axes differ, or the models do.</exception>
    public static Logits<T> Average(params ReadOnlySpan<Logits<T>> logits)
    {
        var model = CommonModel(logits);
        var mean = logits[0]._tensor.Copy(out var sum);
        for (var i = 1; i < logits.Length; i++)
            logits[i]._tensor.AddTo(in mean, sum, $"Logits {i}", nameof(logits));
        TensorPrimitives.Divide(sum, T.CreateChecked(logits.Length), sum);
        return new Logits<T>(mean, model);
    }

    /// <summary>The rows of logits of one model, one after the other.</summary>
    /// <param name="logits">One or more, of the same class count and of one model.</param>
    /// <exception cref="ArgumentException">There are none, the class counts differ, or the models do.</exception>
    public static Logits<T> Concatenate(params ReadOnlySpan<Logits<T>> logits)
    {
        var model = CommonModel(logits);
        var (classes, count) = (logits[0].Classes, 0);
        for (var i = 0; i < logits.Length; i++)
        {
            if (logits[i].Classes != classes)
                throw new ArgumentException($"Logits {i} had {logits[i].Classes} classes; they must have {classes}, as the first have.", nameof(logits));
            count = checked(count + logits[i]._tensor.Count);
        }
        var values = new T[count];
        var rest = values.AsSpan();
        foreach (var part in logits)
        {
            for (var r = 0; r < part.RowCount; r++)
            {
                part._tensor.Row(r).CopyTo(rest);
                rest = rest[classes..];
            }
        }
        return new Logits<T>(values, classes, model);
    }

    /// <summary>
    /// The probabilities of the classes, which sum to 1 in each row; see <see cref="Kernels.Softmax{T}(ReadOnlySpan{T}, Span{T})"/>.
    /// </summary>
    [return: Probabilities(Link.Softmax)]
    public Probabilities<T> Softmax()
    {
        var source = _tensor.Dense();
        var result = _tensor.Fresh(out var values);
        Kernels.Softmax(source.Values.Span, source.Layout, values);
        return new Probabilities<T>(result);
    }

    /// <summary>
    /// The logarithms of the probabilities, exact where those underflow; see <see cref="Kernels.LogSoftmax{T}(ReadOnlySpan{T}, Span{T})"/>.
    /// </summary>
    [return: LogProbabilities(Link.Softmax)]
    public LogProbabilities<T> LogSoftmax()
    {
        var source = _tensor.Dense();
        var result = _tensor.Fresh(out var values);
        Kernels.LogSoftmax(source.Values.Span, source.Layout, values);
        return new LogProbabilities<T>(result);
    }

    /// <summary>The class with the highest logit in each row, the first of equal ones.</summary>
    [return: OrderOnly, ClassAxis(-1)]
    public ClassIndices ArgMax() => _tensor.ArgMax();

    /// <summary>The k classes with the highest logits in each row, from the highest down.</summary>
    /// <param name="k">From 0 to the class count.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="k"/> is negative or above the class count.</exception>
    [return: OrderOnly, ClassAxis(-1)]
    public TopClasses TopK(int k) => _tensor.TopK(k);

    /// <summary>The logits divided by a temperature: above 1 the probabilities come closer together, below 1 they draw apart.</summary>
    /// <param name="temperature">Positive and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="temperature"/> is not positive and finite.</exception>
    [return: Computes(Operation.Divide)]
    public Logits<T> Temperature(T temperature)
    {
        PositiveNumber.Check(temperature, nameof(temperature));
        var result = _tensor.Copy(out var values);
        TensorPrimitives.Divide(values, temperature, values);
        return new Logits<T>(result, Model);
    }

    /// <summary>The logits with some classes masked in every row: their logits are negative infinity, their probabilities 0.</summary>
    /// <param name="masked">For each class whether it is masked.</param>
    /// <exception cref="ArgumentException">There is not one value for each class.</exception>
    public Logits<T> Mask(ReadOnlySpan<bool> masked)
    {
        Arguments.Length(masked.Length, Classes, nameof(masked), "the class count");
        var result = _tensor.Copy(out var values);
        var inner = 1;
        for (var i = ClassAxis + 1; i < Lengths.Length; i++)
            inner *= (int)Lengths[i];
        for (var i = 0; i < values.Length; i++)
        {
            if (masked[i / inner % masked.Length])
                values[i] = T.NegativeInfinity;
        }
        return new Logits<T>(result, Model);
    }

    /// <summary>The rows as a view of spans, where they are.</summary>
    /// <exception cref="InvalidOperationException">The numbers of a row are not neighbours in memory.</exception>
    public LogitsSpan<T> AsSpan() => new(_tensor.Neighbours(), Classes, Model);

    /// <summary>Copies the bare numbers in row-major order.</summary>
    /// <param name="destination">At least as many as there are numbers.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public void CopyTo([Logits(Link.Softmax)] Span<T> destination) => _tensor.CopyTo(destination, nameof(destination));

    /// <summary>A copy of the bare numbers, in the same axes.</summary>
    [return: SameKind]
    public Tensor<T> ToTensor() => _tensor.ToTensor();

    /// <summary>The axes and the model.</summary>
    public override string ToString() => $"Logits {_tensor} of {Model}";

    private static ModelId CommonModel(ReadOnlySpan<Logits<T>> logits)
    {
        AtLeastOne.Check(logits.Length, "logits", nameof(logits));
        var models = new ModelId[logits.Length];
        for (var i = 0; i < models.Length; i++)
            models[i] = logits[i].Model;
        return ModelId.Common(models, "a TemperatureScaling", nameof(logits));
    }
}
