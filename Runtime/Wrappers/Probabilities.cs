using System;
using System.Numerics;
using System.Numerics.Tensors;
using Logits.Annotations;
using Logits.Numerics;

namespace Logits;

/// <summary>
/// Multiclass probabilities: never negative, and they sum to 1 in each row. A row is the numbers along the class axis with all other
/// indices fixed.
/// </summary>
/// <typeparam name="T"><see cref="float"/>, <see cref="double"/> or <see cref="Half"/>.</typeparam>
/// <remarks>The numbers are used where they are, not copied, and must not change meanwhile.</remarks>
[CarriesKind, Probabilities(Link.Softmax)]
public readonly struct Probabilities<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ClassTensor<T> _tensor;

    internal Probabilities(ClassTensor<T> tensor) => _tensor = tensor;

    /// <inheritdoc cref="Logits{T}.Classes"/>
    public int Classes => _tensor.Classes;

    /// <inheritdoc cref="Logits{T}.RowCount"/>
    public int RowCount => _tensor.RowCount;

    /// <inheritdoc cref="Logits{T}.Lengths"/>
    public ReadOnlySpan<nint> Lengths => _tensor.Lengths;

    /// <inheritdoc cref="Logits{T}.ClassAxis"/>
    public int ClassAxis => _tensor.Axis;

    internal ClassTensor<T> Tensor => _tensor;

    /// <inheritdoc cref="Logits{T}.this[int]"/>
    public ProbabilitiesSpan<T> this[int row] => ProbabilitiesSpan<T>.Unchecked(_tensor.Row(row), Classes);

    /// <summary>The probability of one class in one row.</summary>
    /// <inheritdoc cref="Logits{T}.this[int, int]"/>
    [Probabilities(Link.Softmax)]
    public T this[int row, int @class] => _tensor[row, @class];

    /// <summary>Rows of neighbouring numbers, of which it is checked that they are probabilities.</summary>
    /// <param name="values">
    /// The rows, one after the other; each sums to 1 within 1e-6 (<see cref="double"/>), 1e-3 (<see cref="float"/>) or 1e-2
    /// (<see cref="Half"/>).
    /// </param>
    /// <param name="classes">The length of a row, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classes"/> is not positive.</exception>
    /// <exception cref="ArgumentException">
    /// The count of <paramref name="values"/> is not a multiple of <paramref name="classes"/>, or a row, which the message names, does not
    /// hold probabilities.
    /// </exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static Probabilities<T> Create([Probabilities(Link.Softmax)] ReadOnlyMemory<T> values, [ClassCount] int classes)
    {
        var result = Unchecked(values, classes);
        Normalised.Probabilities(in result._tensor, nameof(values));
        return result;
    }

    /// <summary>Rows of neighbouring numbers that are taken for probabilities as they are.</summary>
    /// <param name="values">The rows, one after the other.</param>
    /// <param name="classes">The length of a row, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classes"/> is not positive.</exception>
    /// <exception cref="ArgumentException">
    /// The count of <paramref name="values"/> is not a multiple of <paramref name="classes"/>.
    /// </exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public static Probabilities<T> Unchecked([Probabilities(Link.Softmax)] ReadOnlyMemory<T> values, [ClassCount] int classes)
        => new(ClassTensor<T>.Of(values, classes, nameof(values), nameof(classes)));

    /// <summary>The numbers of a tensor of any rank and strides, of which it is checked that they are probabilities.</summary>
    /// <inheritdoc cref="Logits{T}.FromTensor"/>
    /// <exception cref="ArgumentException">The tensor has no classes along the axis, or a row does not hold probabilities.</exception>
    public static Probabilities<T> FromTensor([Probabilities(Link.Softmax)] Tensor<T> tensor, [ClassAxis] int classAxis = -1)
    {
        var result = UncheckedFromTensor(tensor, classAxis);
        Normalised.Probabilities(in result._tensor, nameof(tensor));
        return result;
    }

    /// <summary>The numbers of a tensor of any rank and strides, which are taken for probabilities as they are.</summary>
    /// <inheritdoc cref="Logits{T}.FromTensor"/>
    public static Probabilities<T> UncheckedFromTensor([Probabilities(Link.Softmax)] Tensor<T> tensor, [ClassAxis] int classAxis = -1)
        => new(ClassTensor<T>.Of(tensor, classAxis, nameof(tensor), nameof(classAxis)));

    /// <summary>One at the label and 0 elsewhere: class indices as targets of a loss.</summary>
    /// <param name="labels">The class of each row.</param>
    /// <param name="classes">The length of a row, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="classes"/> is not positive, or a label is not a class.</exception>
    public static Probabilities<T> OneHot(ClassIndices labels, [ClassCount] int classes)
    {
        RowMath.Count(0, classes, nameof(labels), nameof(classes));
        labels.CheckClasses(classes, nameof(labels));
        var values = new T[checked(labels.Count * classes)];
        for (var i = 0; i < labels.Count; i++)
            values[(i * classes) + labels[i]] = T.One;
        return Unchecked(values, classes);
    }

    /// <summary>The mean of probabilities, element by element: an ensemble's opinion, also of several models.</summary>
    /// <param name="probabilities">One or more, of the same axes.</param>
    /// <exception cref="ArgumentException">There are none, or the axes differ.</exception>
    public static Probabilities<T> Average(params ReadOnlySpan<Probabilities<T>> probabilities)
    {
        AtLeastOne.Check(probabilities.Length, "probabilities", nameof(probabilities));
        var mean = probabilities[0]._tensor.Copy(out var sum);
        for (var i = 1; i < probabilities.Length; i++)
            probabilities[i]._tensor.AddTo(in mean, sum, $"Probabilities {i}", nameof(probabilities));
        TensorPrimitives.Divide(sum, T.CreateChecked(probabilities.Length), sum);
        return new Probabilities<T>(mean);
    }

    /// <summary>
    /// For each row, whose highest probability is the highest: which of several models is the surest. That means something if the
    /// probabilities are calibrated.
    /// </summary>
    /// <param name="probabilities">One or more, of as many rows; the class counts may differ.</param>
    /// <returns>For each row the number of one of <paramref name="probabilities"/>, the first of equal ones.</returns>
    /// <exception cref="ArgumentException">There are none, or the row counts differ.</exception>
    public static int[] MostConfident(params ReadOnlySpan<Probabilities<T>> probabilities)
    {
        AtLeastOne.Check(probabilities.Length, "probabilities", nameof(probabilities));
        var surest = new int[probabilities[0].RowCount];
        var highest = new T[surest.Length];
        for (var i = 0; i < probabilities.Length; i++)
        {
            if (probabilities[i].RowCount != surest.Length)
                throw new ArgumentException($"Probabilities {i} had {probabilities[i].RowCount} rows; they must have {surest.Length}, as the first have.", nameof(probabilities));
            var classes = probabilities[i].ArgMax();
            for (var r = 0; r < surest.Length; r++)
            {
                var probability = probabilities[i][r, classes[r]];
                if (i == 0 || probability > highest[r])
                    (surest[r], highest[r]) = (i, probability);
            }
        }
        return surest;
    }

    /// <summary>The natural logarithm of each number: negative infinity for a probability of 0.</summary>
    [return: Computes(Operation.Log)]
    public LogProbabilities<T> Log()
    {
        var result = _tensor.Copy(out var values);
        TensorPrimitives.Log(values, values);
        return new LogProbabilities<T>(result);
    }

    /// <summary>Logits that have these probabilities as their softmax: their logarithms.</summary>
    /// <param name="model">The model that they come from, if it is known.</param>
    public Logits<T> ToLogits(ModelId model = default) => Log().ToLogits(model);

    /// <summary>The class with the highest probability in each row, the first of equal ones.</summary>
    [return: OrderOnly, ClassAxis(-1)]
    public ClassIndices ArgMax() => _tensor.ArgMax();

    /// <summary>The k classes with the highest probabilities in each row, from the highest down.</summary>
    /// <inheritdoc cref="Logits{T}.TopK"/>
    [return: OrderOnly, ClassAxis(-1)]
    public TopClasses TopK(int k) => _tensor.TopK(k);

    /// <inheritdoc cref="Logits{T}.AsSpan"/>
    public ProbabilitiesSpan<T> AsSpan() => ProbabilitiesSpan<T>.Unchecked(_tensor.Neighbours(), Classes);

    /// <inheritdoc cref="Logits{T}.CopyTo"/>
    public void CopyTo([Probabilities(Link.Softmax)] Span<T> destination) => _tensor.CopyTo(destination, nameof(destination));

    /// <inheritdoc cref="Logits{T}.ToTensor"/>
    [return: SameKind]
    public Tensor<T> ToTensor() => _tensor.ToTensor();

    /// <summary>The axes.</summary>
    public override string ToString() => $"Probabilities {_tensor}";
}
