// TensorFlow.NET, package TensorFlow.NET: tensors, tf, tf.nn, tf.math, tf.losses, np and the operations beneath them.
// Read from SciSharp/TensorFlow.NET 6ce60665 (2025-01-22). Keras is in TensorFlow.Keras.cs.
//
// Where this library differs from others: the losses of tf.nn take the labels first, those of gen_nn_ops last; tf.nn.softmax ignores its
// axis; there is no log-softmax in tf, and no log-sigmoid.

using System;
using System.Collections.Generic;
using Logits.Annotations;

namespace Tensorflow
{
    // ---- Tensors ----

    [CarriesKind]
    [Spelling(Kind.Probabilities, Link.Softmax, "tf.nn.softmax({0})")]
    [Spelling(Kind.Probabilities, Link.Sigmoid, "tf.nn.sigmoid({0})")]
    [Spelling(Kind.LogProbabilities, Link.Softmax, "(({0}) - tf.reduce_logsumexp({0}, -1, true))")]
    [Spelling(Kind.LogProbabilities, Link.Sigmoid, "(-tf.math.softplus(-({0})))")]
    partial class Tensor
    {
        [return: SameKind] NDArray numpy();
        [return: SameKind] NDArray eval(params FeedItem[] feed_dict);
        [return: SameKind] T[] ToArray<T>();
        [return: SameKind] Tensor MaybeMove();
        [return: Selected] Tensor this[int idx] { get; }
        [return: Selected] Tensor this[params Slice[] slices] { get; }
        [return: Selected] Tensor this[params string[] slices] { get; }
        [return: Selected] Tensor this[Tensor start, Tensor stop = null, Tensor step = null] { get; }
        [return: Selected] Tensor slice(int start);
    }

    [CarriesKind]
    partial class Tensors
    {
        [return: SameKind] NDArray numpy();
        [return: SameKind] T[] ToArray<T>();
        [return: SameKind] Tensor Single { get; }
        [return: SameKind] Tensor SingleOrNull { get; }
        [return: SameKind] Tensors GetShallow(int index);
        [return: Selected] Tensor this[params string[] slices] { get; }
    }

    // ---- What training learns ----

    [Learned] partial class ResourceVariable { }
    [Learned] partial class BaseResourceVariable { }
    [Learned] partial class RefVariable { }
    [Learned] partial interface IVariableV1 { }

    partial class tensorflow
    {
        // ---- From logits to probabilities ----

        [return: Probabilities(Link.Sigmoid)] Tensor sigmoid<T>(T x, string name = null);

        // ---- Exponentials and logarithms ----

        [return: Computes(Operation.Exp)] Tensor exp(Tensor x, string name = null);
        [return: Computes(Operation.Log)] Tensor log(Tensor x, string name = null);
        [return: Computes(Operation.Log1P)] Tensor log1p(Tensor x, string name = null);
        [return: Computes(Operation.LogSumExp)]
        Tensor reduce_logsumexp(Tensor input_tensor, [Axis] Axis axis = null, bool keepdims = false);

        // ---- Decisions ----

        [return: OrderOnly] Tensor arg_max(Tensor input, [Axis] int dimension);
        [return: OrderOnly] Tensor arg_min(Tensor input, [Axis] int dimension);
        [return: Computes(Operation.Compare)] Tensor greater<Tx, Ty>(Tx x, Ty y, string name = null);
        [return: Computes(Operation.Compare)] Tensor greater_equal<Tx, Ty>(Tx x, Ty y, string name = null);
        [return: Computes(Operation.Compare)] Tensor less<Tx, Ty>(Tx x, Ty y, string name = null);
        [return: Computes(Operation.Compare)] Tensor less_equal<Tx, Ty>(Tx x, Ty y, string name = null);
        [return: BinaryLabels] Tensor equal(Tensor x, Tensor y, string name = null);
        [return: BinaryLabels] Tensor not_equal<Tx, Ty>(Tx x, Ty y, string name = null);
        [return: BinaryLabels] Tensor logical_not(Tensor x, string name = null);
        [return: BinaryLabels] Tensor logical_and<T>(T x, T y, string name = null);
        [return: BinaryLabels] Tensor logical_or(Tensor x, Tensor y, string name = null);
        [return: BinaryLabels] Tensor is_nan(Tensor input, string name = null);
        [return: BinaryLabels] Tensor is_finite(Tensor input, string name = null);

        // ---- Labels and samples ----

        [return: OneHot]
        Tensor one_hot(
            Tensor indices, [ClassCount] int depth, Tensor on_value = null, Tensor off_value = null, TF_DataType dtype = DtInvalid,
            [ClassAxis] int axis = -1);
        // Draws by logits, unlike its namesake in TorchSharp. Log-probabilities are logits, too.
        [return: ClassIndices] Tensor multinomial([Logits(Link.Softmax), LogProbabilities(Link.Softmax)] Tensor logits, int num_samples);

        // ---- Arithmetic by name ----

        [return: Computes(Operation.Add)] Tensor add<Tx, Ty>(Tx a, Ty b, string name = null);
        [return: Computes(Operation.Subtract)] Tensor sub<Tx, Ty>(Tx a, Ty b, string name = null);
        [return: Computes(Operation.Subtract)] Tensor subtract(Tensor x, Tensor y, string name = null);
        [return: Computes(Operation.Multiply)] Tensor multiply<Tx, Ty>(Tx x, Ty y, string name = null);
        [return: Computes(Operation.Divide)] Tensor div(Tensor x, Tensor y, string name = null);
        [return: Computes(Operation.Divide)] Tensor divide(Tensor a, Tensor b);
        [return: Computes(Operation.Divide)] Tensor divide<T>(Tensor x, T[] y, string name = null);
        [return: Computes(Operation.Divide)] static Tensor truediv(Tensor x, Tensor y, string name = null);
        [return: Computes(Operation.Negate)] Tensor negative(Tensor x, string name = null);
        [return: Computes(Operation.Extremum)] Tensor maximum<T1, T2>(T1 x, T2 y, string name = null);
        [return: Computes(Operation.Extremum)] Tensor minimum<T1, T2>(T1 x, T2 y, string name = null);

        // ---- Reductions ----

        [return: Computes(Operation.Sum)] Tensor sum(Tensor input, [Axis] int axis, bool keep_dims = false, string name = null);
        [return: Computes(Operation.Sum)]
        Tensor reduce_sum(Tensor input, [Axis] Axis axis = null, Axis reduction_indices = null, bool keepdims = false);
        [return: Computes(Operation.Mean)] Tensor reduce_mean(Tensor input_tensor, [Axis] Axis axis = null, bool keepdims = false);
        [return: Filtered] Tensor max<Tx, Ty>(Tx input, [Axis] Ty axis, bool keep_dims = false, string name = null);
        [return: Filtered] Tensor min<Tx, Ty>(Tx input, [Axis] Ty axis, bool keep_dims = false, string name = null);
        [return: Filtered] Tensor reduce_max(Tensor input_tensor, [Axis] Axis axis = null, bool keepdims = false);
        [return: Filtered] Tensor reduce_min(Tensor input_tensor, [Axis] Axis axis = null, bool keepdims = false);
        [return: Elementwise]
        Tensor cumsum(Tensor x, [Axis] int axis = 0, bool exclusive = false, bool reverse = false, string name = null);
        Tensor reduce_prod(Tensor input_tensor, [Axis] Axis axis = null, bool keepdims = false);
        Tensor reduce_all(Tensor input_tensor, [Axis] Axis axis = null, bool keepdims = false);
        Tensor reduce_any(Tensor input_tensor, [Axis] Axis axis = null, bool keepdims = false);

        // ---- The same numbers, the same meaning ----

        [return: SameKind] Tensor identity(Tensor input, string name = null);
        [return: SameKind] Tensor cast(Tensor x, TF_DataType dtype, string name = null);
        [return: SameKind] Tensor check_numerics(Tensor tensor, string message, string name = null);
        [return: SameKind] Tensor ensure_shape(Tensor x, Shape shape, string name = null);
        [return: SameKind] Tensor convert_to_tensor(object value, TF_DataType dtype = DtInvalid);
        [return: SameKind] Tensor constant(object value, TF_DataType dtype = DtInvalid);
        [return: Adjusted] Tensor clip_by_value<T1, T2>(Tensor t, T1 clip_value_min, T2 clip_value_max, string name = "ClipByValue");
        [return: SameKind("x", "y")] Tensor where<Tx, Ty>(Tensor condition, Tx x, Ty y, string name = null);
        [return: SameKind("values")] Tensor concat(IEnumerable<Tensor> values, [Axis] int axis, string name = "concat");
        [return: SameKind("values")] Tensor stack(Tensor[] values, [Axis] int axis = 0, string name = "stack");

        // ---- The same numbers in other axes ----

        [return: Reshaped] Tensor reshape(Tensor tensor, [Shape] Shape shape, string name = null);
        [return: Reshaped] Tensor expand_dims(Tensor input, [Axis] int axis = -1, string name = null);
        [return: Reshaped] Tensor squeeze(Tensor input, [Axis] int[] axis = null, string name = null);
        [return: Reshaped] Tensor transpose<T1>(T1 a, Axis perm = null, string name = "transpose");
        [return: Reshaped] Tensor broadcast_to(Tensor input, [Shape] Shape shape, string name = null);
        [return: Reshaped] Tensor tile(Tensor input, Shape multiples, string name = null);

        // ---- Some of the numbers ----

        [return: Selected] Tensor gather(Tensor @params, Tensor indices, string name = null, [Axis] int axis = 0);
        [return: Selected] Tensor gather_nd(Tensor @params, Tensor indices, string name = null);
        [return: Filtered] Tensor boolean_mask<T1, T2>(T1 tensor, T2 mask, string name = "boolean_mask", [Axis] int axis = 0);
        [return: Selected] Tensor slice<Tb, Ts>(Tensor input, Tb[] begin, Ts[] size, string name = null);
        [return: Selected] Tensor strided_slice(Tensor input, Tensor begin, Tensor end);
        [return: Selected] Tensor reverse(Tensor tensor, [Axis] Axis axis, string name = null);
        [return: Selected] Tensor[] split(Tensor value, int num_split, [Axis] Axis axis, string name = null);
        [return: Selected] Tensor[] unstack(Tensor value, int? num = null, [Axis] int axis = 0, string name = "unstack");

        // ---- Other numbers, same axes ----

        [return: Elementwise] Tensor abs(Tensor x, string name = null);
        [return: Elementwise] Tensor ceil(Tensor x, string name = null);
        [return: Elementwise] Tensor cos(Tensor x, string name = null);
        [return: Elementwise] Tensor floor(Tensor x, string name = null);
        [return: Elementwise] Tensor floordiv(Tensor x, Tensor y, string name = null);
        [return: Elementwise] Tensor pow<T1, T2>(T1 x, T2 y, string name = "pow");
        [return: Elementwise] Tensor round(Tensor x, string name = null);
        [return: Elementwise] Tensor sign(Tensor a, string name = null);
        [return: Elementwise] Tensor sin(Tensor x, string name = null);
        [return: Elementwise] Tensor sqrt(Tensor a, string name = null);
        [return: Elementwise] Tensor square(Tensor x, string name = null);
        [return: Elementwise] Tensor squared_difference(Tensor x, Tensor y, string name = null);
        [return: Elementwise] Tensor tanh(Tensor x, string name = null);

        // ---- Other numbers in other axes ----

        Tensor matmul(Tensor a, Tensor b, bool transpose_a = false, bool transpose_b = false);
        Tensor batch_matmul(Tensor x, Tensor y, bool adj_x = false, bool adj_y = false, string name = null);
        Tensor ones_like(Tensor tensor);
        Tensor zeros_like(Tensor tensor);

        partial class nn_internal
        {
            // The axis is not passed on: always the last (tf.nn.cs:199-200).
            [return: Probabilities(Link.Softmax), ClassAxis(-1)] Tensor softmax(Tensor logits, [Ignored] int axis = -1, string name = null);
            // An object for the old recurrent cells.
            Operations.Activation.softmax softmax();
            [return: Probabilities(Link.Sigmoid)] Tensor sigmoid<T>(T x, string name = null);

            // ---- Losses, labels first ----

            Tensor softmax_cross_entropy_with_logits(
                [OneHot, Probabilities] Tensor labels, [Logits(Link.Softmax)] Tensor logits, [ClassAxis] int dim = -1, string name = null);
            Tensor softmax_cross_entropy_with_logits_v2(
                [OneHot, Probabilities] Tensor labels, [Logits(Link.Softmax)] Tensor logits, [ClassAxis] int axis = -1, string name = null);
            Tensor sparse_softmax_cross_entropy_with_logits(
                [ClassIndices] Tensor labels = null, [Logits(Link.Softmax), ClassAxis(-1)] Tensor logits = null, string name = null);
            Tensor sigmoid_cross_entropy_with_logits(
                [BinaryLabels, OneHot, Probabilities] Tensor labels, [Logits(Link.Sigmoid)] Tensor logits, string name = null);
            Tensor l2_loss(Tensor t, string name = null);

            // ---- Decisions ----

            [return: BinaryLabels] Tensor in_top_k(Tensor predictions, [ClassIndices] Tensor targets, int k, string name = "InTopK");
            // Values, then positions.
            Tensor[] top_k(Tensor input, int k = 1, bool sorted = true, string name = null);
            Tensor[] ctc_greedy_decoder([Logits(Link.Softmax), LogProbabilities(Link.Softmax)] Tensor inputs, Tensor sequence_length);

            // ---- Layers ----

            [return: Computes(Operation.Add)] Tensor bias_add(Tensor value, IVariableV1 bias);
            [return: Scores, ClassAxis(-1)] Tensor conv2d(Tensor input, Tensor filter, int[] strides, string padding);
            [return: Adjusted] Tensor dropout(Tensor x, Tensor keep_prob = null);
            [return: Elementwise] Tensor elu(Tensor features, string name = null);
            [return: Elementwise] Tensor leaky_relu(Tensor features, float alpha = 0.2f, string name = null);
            [return: Elementwise] Tensor relu(Tensor features, string name = null);
            [return: Elementwise] Tensor relu6(Tensor features, string name = null);
            [return: Elementwise] Tensor tanh(Tensor x, string name = null);
            [return: Elementwise] Tensor lrn(Tensor input, int depth_radius = 5);
            Tensor max_pool(Tensor value, int[] ksize, int[] strides, string padding);
            Tensor embedding_lookup(Tensor @params, Tensor ids);
        }

        partial class MathApi
        {
            [return: OrderOnly] Tensor argmax(Tensor input, [Axis] Axis axis = null, string name = null);
            [return: Computes(Operation.Log)] Tensor log(Tensor x, string name = null);
            [return: Elementwise] Tensor softplus(Tensor features, string name = null);
            [return: Computes(Operation.Sum)] Tensor sum(Tensor x, [Axis] Axis axis = null, string name = null);
            [return: Computes(Operation.Multiply)] Tensor multiply(Tensor x, Tensor y, string name = null);
            [return: Elementwise] Tensor divide_no_nan(Tensor a, Tensor b, string name = null);
            [return: Elementwise] Tensor erf(Tensor x, string name = null);
            [return: Elementwise] Tensor square(Tensor x, string name = null);
            [return: Elementwise] Tensor tanh(Tensor x, string name = null);
            [return: BinaryLabels] Tensor in_top_k(Tensor predictions, [ClassIndices] Tensor targets, int k, string name = "InTopK");
            // Values, then positions.
            Tensors top_k(Tensor input, int k, bool sorted = true, string name = null);
        }

        partial class Random
        {
            [return: ClassIndices]
            Tensor categorical([Logits(Link.Softmax), LogProbabilities(Link.Softmax)] Tensor logits, int num_samples);
        }
    }

    // tf.losses
    partial class LossesImpl
    {
        Tensor sparse_softmax_cross_entropy(
            [ClassIndices] Tensor labels, [Logits(Link.Softmax), ClassAxis(-1)] Tensor logits, float weights = 1);
    }

    // ---- The operations beneath ----

    partial class nn_ops
    {
        // Any axis but the last throws (nn_ops.cs:186-196).
        [return: Probabilities(Link.Softmax)] static Tensor softmax(Tensor logits, [ClassAxis] int axis = -1, string name = null);
        [return: LogProbabilities(Link.Softmax)] static Tensor log_softmax(Tensor logits, [ClassAxis] int axis = -1, string name = null);
        static Tensor softmax_cross_entropy_with_logits_v2_helper(
            [OneHot, Probabilities] Tensor labels, [Logits(Link.Softmax)] Tensor logits, [ClassAxis] int axis = -1, string name = null);
        static Tensor sparse_softmax_cross_entropy_with_logits(
            [ClassIndices] Tensor labels = null, [Logits(Link.Softmax), ClassAxis(-1)] Tensor logits = null, string name = null);
        [return: BinaryLabels] static Tensor in_top_k(Tensor predictions, [ClassIndices] Tensor targets, int k, string name = null);
        [return: Adjusted] static Tensor dropout_v2(Tensor x, Tensor rate);
        [return: Elementwise] static Tensor leaky_relu(Tensor features, float alpha = 0.2f, string name = null);
        [return: Elementwise] static Tensor softplus(Tensor features, string name = null);
    }

    partial class gen_nn_ops
    {
        [return: Probabilities(Link.Softmax), ClassAxis(-1)] static Tensor softmax(Tensor logits, string name = null);
        [return: LogProbabilities(Link.Softmax), ClassAxis(-1)] static Tensor log_softmax(Tensor logits, string name = null);
        // The labels come last here, and the loss comes with its gradient.
        static Tensor[] softmax_cross_entropy_with_logits(
            [Logits(Link.Softmax), ClassAxis(-1)] Tensor features, [OneHot, Probabilities] Tensor labels, string name = null);
        static Tensor[] sparse_softmax_cross_entropy_with_logits(
            [Logits(Link.Softmax), ClassAxis(-1)] Tensor features, [ClassIndices] Tensor labels, string name = null);
        [return: BinaryLabels] static Tensor in_top_k(Tensor predictions, [ClassIndices] Tensor targets, int k = 0, string name = null);
        [return: Elementwise] static Tensor elu(Tensor features, string name = null);
        [return: Elementwise] static Tensor leaky_relu(Tensor features, float alpha = 0.2f, string name = null);
        [return: Elementwise] static Tensor relu(Tensor features, string name = null);
        [return: Elementwise] static Tensor relu6(Tensor features, string name = null);
        [return: Elementwise] static Tensor selu(Tensor features, string name = null);
        [return: Elementwise] static Tensor softplus(Tensor features, string name = null);
        [return: Elementwise] static Tensor softsign(Tensor features, string name = null);
    }

    partial class math_ops
    {
        [return: Probabilities(Link.Sigmoid)] static Tensor sigmoid<T>(T x, string name = null);
        [return: Computes(Operation.Log)] static Tensor log(Tensor x, string name = null);
        [return: Computes(Operation.LogSumExp)]
        static Tensor reduce_logsumexp(Tensor input_tensor, [Axis] Axis axis = null, bool keepdims = false);
        [return: Computes(Operation.Sum)] static Tensor reduce_sum(Tensor input_tensor, [Axis] Tensor axis = null, bool keepdims = false);
        [return: OrderOnly] static Tensor argmax(Tensor input, [Axis] Axis dimension);
    }

    partial class gen_math_ops
    {
        [return: Probabilities(Link.Sigmoid)] static Tensor sigmoid(Tensor x, string name = null);
        [return: Computes(Operation.Exp)] static Tensor exp(Tensor x, string name = null);
        [return: Computes(Operation.Log)] static Tensor log(Tensor x, string name = null);
        [return: Computes(Operation.Log1P)] static Tensor log1p(Tensor x, string name = null);
        [return: OrderOnly] static Tensor arg_max(Tensor input, [Axis] Tensor dimension);
    }
}

namespace Tensorflow.Common.Types
{
    partial class Nest<T>
    {
        // One of several tensors, whole.
        [return: SameKind] T this[int index] { get; set; }
    }
}

namespace Tensorflow.Operations.Activation
{
    partial interface IActivation
    {
        [return: Applies] Tensor Activate(Tensor features, string name = null);
    }

    partial class softmax { [return: Probabilities(Link.Softmax), ClassAxis(-1)] Tensor Activate(Tensor x, string name = null); }
    partial class sigmoid { [return: Probabilities(Link.Sigmoid)] Tensor Activate(Tensor x, string name = null); }
    partial class linear { [return: SameKind("x")] Tensor Activate(Tensor x, string name = null); }
}

namespace Tensorflow.NumPy
{
    [CarriesKind]
    partial class NDArray
    {
        [return: SameKind] NDArray astype(TF_DataType dtype);
        [return: Reshaped] NDArray reshape([Shape] Shape newshape);
        [return: Reshaped] NDArray ravel();
        [return: Selected] NDArray this[params int[] indices] { get; set; }
        [return: Selected] NDArray this[params Slice[] slices] { get; set; }
        [return: Filtered] NDArray this[NDArray mask] { get; set; }
        [return: SameKind] Array ToMultiDimArray<T>();
    }

    partial class np
    {
        [return: Computes(Operation.Exp)] static NDArray exp(NDArray x);
        [return: Computes(Operation.Log)] static NDArray log(NDArray x);
        [return: OrderOnly] static NDArray argmax(NDArray a, [Axis] Axis axis = null);
        [return: OrderOnly] static NDArray argsort(NDArray a, [Axis] Axis axis = null);
        [return: Computes(Operation.Multiply)] static NDArray multiply(NDArray x1, NDArray x2);
        [return: Computes(Operation.Extremum)] static NDArray maximum(NDArray x1, NDArray x2, int? axis = null);
        [return: Computes(Operation.Sum)] static NDArray sum(NDArray x1, [Axis] Axis axis = null);
        [return: Computes(Operation.Mean)] static NDArray mean(NDArray x);
        [return: Filtered] static NDArray amax(NDArray x, [Axis] int axis = 0);
        [return: Filtered] static NDArray amin(NDArray x, [Axis] int axis = 0);
        [return: Elementwise] static NDArray sqrt(NDArray x);
        [return: Elementwise] static NDArray power(NDArray x, NDArray y);
        [return: Reshaped] static NDArray reshape(NDArray x1, [Shape] Shape newshape);
        [return: Reshaped] static NDArray expand_dims(NDArray a, [Axis] Axis axis = null);
        [return: Reshaped] static NDArray squeeze(NDArray x1, [Axis] Axis axis = null);
        [return: SameKind("arrays")] static NDArray stack(NDArray[] arrays, [Axis] int axis = 0);
        [return: SameKind("arrays")] static NDArray concatenate(NDArray[] arrays, [Axis] int axis = 0);
    }
}
