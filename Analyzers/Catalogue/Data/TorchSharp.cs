// TorchSharp: the static members of torch, torch.special, torch.distributions and torchvision; how modules and losses are applied.
// Read from dotnet/TorchSharp c20b6a1c (0.107.0); older names from its tags v0.93.0 to v0.106.0.
//
// The rest of the library:
//   TorchSharp.Tensor.cs          the members of a tensor
//   TorchSharp.nn.cs              layers and losses: factories, and what their objects do
//   TorchSharp.nn.functional.cs   layers and losses as functions
//
// Where this library differs from PyTorch: no softmax has a default axis; kl_div and KLDivLoss take log-probabilities as targets by
// default; distributions take probabilities first, so that Categorical(logits) reads logits as probabilities.

using System;
using System.Collections.Generic;
using Logits.Annotations;

namespace TorchSharp
{
    static partial class torch
    {
        // ---- From logits to probabilities and back: the first parameter is the input ----

        // The only softmax whose axis is an int. There is no torch.log_softmax.
        [return: Probabilities(Link.Softmax)] static Tensor softmax(Tensor input, [ClassAxis] int dim, ScalarType? dtype = null);
        [return: Probabilities(Link.Sigmoid)] static Tensor sigmoid(Tensor input);
        [InPlace] [return: Probabilities(Link.Sigmoid)] static Tensor sigmoid_(Tensor input);
        [return: Logits(Link.Sigmoid)] static Tensor logit([Probabilities] Tensor input, double? eps = null);
        [InPlace] [return: Logits(Link.Sigmoid)] static Tensor logit_([Probabilities] Tensor input, double? eps = null);

        // ---- Exponentials and logarithms ----

        [return: Computes(Operation.Exp)] static Tensor exp(Tensor input);
        [InPlace] [return: Computes(Operation.Exp)] static Tensor exp_(Tensor input);
        [return: Computes(Operation.Log)] static Tensor log(Tensor input);
        [InPlace] [return: Computes(Operation.Log)] static Tensor log_(Tensor input);
        [return: Computes(Operation.Log1P)] static Tensor log1p(Tensor input);
        [InPlace] [return: Computes(Operation.Log1P)] static Tensor log1p_(Tensor input);
        [return: Computes(Operation.LogSumExp)] static Tensor logsumexp(Tensor input, [Axis] long dim, bool keepdim = false);
        [return: Elementwise] static Tensor logcumsumexp(Tensor input, [Axis] long dim);
        [return: Elementwise] static Tensor logaddexp(Tensor left, Tensor right);
        [return: Elementwise] static Tensor logaddexp2(Tensor left, Tensor right);
        [return: Elementwise] static Tensor exp2(Tensor input);
        [return: Elementwise] static Tensor expm1(Tensor input);
        [return: Elementwise] static Tensor log2(Tensor input);
        [return: Elementwise] static Tensor log10(Tensor input);
        // x * log(y)
        [return: Elementwise] static Tensor xlogy(Tensor x, [Probabilities, Weights] Tensor y);
        [return: Elementwise] static Tensor xlogy(Tensor x, Scalar y);
        [InPlace] [return: Elementwise] static Tensor xlogy_(Tensor x, [Probabilities, Weights] Tensor y);
        [InPlace] [return: Elementwise] static Tensor xlogy_(Tensor x, Scalar y);

        // ---- Decisions: only the order of the numbers matters ----

        [return: OrderOnly] static Tensor argmax(Tensor input);
        [return: OrderOnly] static Tensor argmax(Tensor input, [Axis] long dim, bool keepdim = false);
        [return: OrderOnly] static Tensor argmin(Tensor input);
        [return: OrderOnly] static Tensor argmin(Tensor input, [Axis] long dim, bool keepdim = false);
        [return: OrderOnly] static Tensor argsort(Tensor input, [Axis] long dim = -1, bool descending = false);

        // The second element is "indexes" here, "indices" there: as the library names it.
        [return: Filtered(Element = "values"), OrderOnly(Element = "indexes")]
        static (Tensor values, Tensor indexes) max(
            Tensor input, [Axis, FormerName("dimension")] long dim, [FormerName("keepDim")] bool keepdim = false);
        [return: Filtered(Element = "values"), OrderOnly(Element = "indexes")]
        static (Tensor values, Tensor indexes) min(
            Tensor input, [Axis, FormerName("dimension")] long dim, [FormerName("keepDim")] bool keepdim = false);
        [return: Filtered(Element = "values"), OrderOnly(Element = "indices")]
        static (Tensor values, Tensor indices) topk(
            Tensor tensor, int k, [Axis, FormerName("dimension")] int dim = -1, bool largest = true, bool sorted = true);
        [return: SameKind(Element = "values"), OrderOnly(Element = "indices")]
        static (Tensor values, Tensor indices) sort(Tensor input, [Axis] long dim = -1, bool descending = false, bool stable = false);
        [return: Filtered(Element = "values"), OrderOnly(Element = "indices")]
        static (Tensor values, Tensor indices) kthvalue(Tensor input, long k, [Axis] long? dim, bool keepdim = false);
        [return: Filtered(Element = "values"), OrderOnly(Element = "indices")]
        static (Tensor values, Tensor indices) mode(Tensor input, [Axis] long dim = -1, bool keepdim = false);
        [return: Filtered(Element = "values"), OrderOnly(Element = "indices")]
        static (Tensor values, Tensor indices) cummax(Tensor input, [Axis] long dim);
        [return: Filtered(Element = "values"), OrderOnly(Element = "indices")]
        static (Tensor values, Tensor indices) cummin(Tensor input, [Axis] long dim);
        [return: SameKind] static Tensor msort(Tensor tensor);

        // ---- Decisions: comparisons ----

        [return: Computes(Operation.Compare)] static Tensor gt(Tensor left, Tensor right);
        [return: Computes(Operation.Compare)] static Tensor ge(Tensor left, Tensor right);
        [return: Computes(Operation.Compare)] static Tensor lt(Tensor left, Tensor right);
        [return: Computes(Operation.Compare)] static Tensor le(Tensor left, Tensor right);
        [return: Computes(Operation.Compare)] static Tensor greater(Tensor tensor, Tensor target);
        [return: Computes(Operation.Compare)] static Tensor greater_equal(Tensor tensor, Tensor target);
        [return: Computes(Operation.Compare)] static Tensor less(Tensor tensor, Tensor target);
        [return: Computes(Operation.Compare)] static Tensor less_equal(Tensor tensor, Tensor target);
        [return: BinaryLabels] static Tensor eq(Tensor left, Tensor right);
        [return: BinaryLabels] static Tensor ne(Tensor left, Tensor right);
        [return: BinaryLabels] static Tensor not_equal(Tensor tensor, Tensor target);
        [return: BinaryLabels] static Tensor logical_not(Tensor input);
        [return: BinaryLabels] static Tensor logical_and(Tensor left, Tensor right);
        [return: BinaryLabels] static Tensor logical_or(Tensor left, Tensor right);
        [return: BinaryLabels] static Tensor logical_xor(Tensor left, Tensor right);
        static Tensor equal(Tensor tensor, Tensor target);

        // ---- Sampling ----

        [return: ClassIndices]
        static Tensor multinomial(
            [Probabilities, Weights] Tensor input, long num_samples, bool replacement = false, Generator generator = null);
        [return: BinaryLabels] static Tensor bernoulli([Probabilities] Tensor input, Generator generator = null);
        static Tensor binomial(Tensor count, [Probabilities] Tensor probs, Generator generator = null);
        static Tensor poisson(Tensor input, Generator generator = null);

        // ---- Arithmetic by name ----

        [return: Computes(Operation.Add)] static Tensor add(Tensor left, Tensor right);
        [InPlace] [return: Computes(Operation.Add)] static Tensor add_(Tensor left, Tensor right);
        // alpha scales the right operand: not a plain sum.
        [return: Elementwise] static Tensor add(Tensor left, Tensor right, Scalar alpha);
        [InPlace] [return: Elementwise] static Tensor add_(Tensor left, Tensor right, Scalar alpha);
        [return: Computes(Operation.Subtract)] static Tensor sub(Tensor left, Tensor right);
        [InPlace] [return: Computes(Operation.Subtract)] static Tensor sub_(Tensor left, Tensor right);
        [return: Computes(Operation.Subtract)] static Tensor subtract(Tensor left, Tensor right);
        [InPlace] [return: Computes(Operation.Subtract)] static Tensor subtract_(Tensor left, Tensor right);
        [return: Computes(Operation.Multiply)] static Tensor mul(Tensor left, Tensor right);
        [InPlace] [return: Computes(Operation.Multiply)] static Tensor mul_(Tensor left, Tensor right);
        [return: Computes(Operation.Multiply)] static Tensor multiply(Tensor left, Tensor right);
        [InPlace] [return: Computes(Operation.Multiply)] static Tensor multiply_(Tensor left, Tensor right);
        [return: Computes(Operation.Divide)] static Tensor div(Tensor left, Tensor right);
        [InPlace] [return: Computes(Operation.Divide)] static Tensor div_(Tensor left, Tensor right);
        [return: Computes(Operation.Divide)] static Tensor divide(Tensor left, Tensor right);
        [InPlace] [return: Computes(Operation.Divide)] static Tensor divide_(Tensor left, Tensor right);
        [return: Computes(Operation.Divide)] static Tensor true_divide(Tensor dividend, Tensor divisor);
        [InPlace] [return: Computes(Operation.Divide)] static Tensor true_divide_(Tensor dividend, Tensor divisor);
        [return: Computes(Operation.Negate)] static Tensor neg(Tensor input);
        [InPlace] [return: Computes(Operation.Negate)] static Tensor neg_(Tensor input);
        [return: Computes(Operation.Negate)] static Tensor negative(Tensor input);
        [InPlace] [return: Computes(Operation.Negate)] static Tensor negative_(Tensor input);
        [return: SameKind] static Tensor positive(Tensor input);

        [return: Computes(Operation.Extremum)] static Tensor maximum(Tensor input, Tensor other);
        [return: Computes(Operation.Extremum)] static Tensor minimum(Tensor input, Tensor other);
        [return: Computes(Operation.Extremum)] static Tensor max(Tensor input, Tensor other);
        [return: Computes(Operation.Extremum)] static Tensor min(Tensor input, Tensor other);
        [return: Computes(Operation.Extremum)] static Tensor fmax(Tensor input, Tensor other);
        [return: Computes(Operation.Extremum)] static Tensor fmin(Tensor input, Tensor other);

        // ---- Reductions ----

        [return: Computes(Operation.Sum)] static Tensor sum(Tensor input, ScalarType? type = null);
        [return: Computes(Operation.Sum)] static Tensor sum(Tensor input, [Axis] long dim, bool keepdim = false, ScalarType? type = null);
        [return: Computes(Operation.Mean)] static Tensor mean(Tensor input);
        [return: Computes(Operation.Mean)]
        static Tensor mean(Tensor input, [Axis] long[] dimensions, bool keepdim = false, ScalarType? type = null);
        [return: Filtered] static Tensor max(Tensor input);
        [return: Filtered] static Tensor min(Tensor input);
        [return: Filtered] static Tensor median(Tensor input);
        [return: Filtered] static Tensor amax(Tensor input, [Axis] long[] dims, bool keepdim = false, Tensor @out = null);
        [return: Filtered] static Tensor amin(Tensor input, [Axis] long[] dims, bool keepdim = false, Tensor @out = null);
        [return: Elementwise] static Tensor cumsum(Tensor input, [Axis, FormerName("dimension")] long dim, ScalarType? type = null);
        [return: Elementwise] static Tensor cumprod(Tensor input, [Axis, FormerName("dimension")] long dim, ScalarType? dtype = null);
        static Tensor nansum(Tensor input);
        static Tensor nanmean(Tensor input, [Axis] int? dim = null, bool keepdim = false, ScalarType? dtype = null);
        static Tensor prod(Tensor input, [Axis] long dim, bool keepdim = false, ScalarType? type = null);
        static Tensor std(Tensor input, bool unbiased = true);
        static Tensor var(Tensor input, bool unbiased = true);
        static Tensor norm(Tensor input, float p = 2);

        // ---- The same numbers, the same meaning ----

        [return: SameKind] static Tensor clone(Tensor input);
        [return: SameKind] static Tensor FloatTensor(Tensor t);
        [return: SameKind] static Tensor DoubleTensor(Tensor t);
        [return: SameKind] static Tensor IntTensor(Tensor t);
        [return: SameKind] static Tensor LongTensor(Tensor t);
        [return: Adjusted] static Tensor clamp(Tensor input, Scalar min = null, Scalar max = null);
        [InPlace] [return: Adjusted] static Tensor clamp_(Tensor input, Scalar min = null, Scalar max = null);
        [return: Adjusted] static Tensor clamp_min(Tensor input, Scalar min);
        [InPlace] [return: Adjusted] static Tensor clamp_min_(Tensor input, Scalar min);
        [return: Adjusted] static Tensor clamp_max(Tensor input, Scalar max);
        [InPlace] [return: Adjusted] static Tensor clamp_max_(Tensor input, Scalar max);
        [return: Adjusted] static Tensor clip(Tensor input, Scalar min = null, Scalar max = null);
        [return: Adjusted] static Tensor nan_to_num(Tensor input, double nan = 0, double? posinf = null, double? neginf = null);

        // ---- One of several, several in one ----

        [return: SameKind("x", "y")] static Tensor where(Tensor condition, Tensor x, Tensor y);
        static Tensor[] where(Tensor condition);
        [return: SameKind("tensors")] static Tensor cat(IList<Tensor> tensors, [Axis, FormerName("dimension")] long dim = 0);
        [return: SameKind("tensors")] static Tensor concat(IList<Tensor> tensors, [Axis] long dim = 0);
        [return: SameKind("tensors")] static Tensor concatenate(IList<Tensor> tensors, [Axis] long axis = 0);
        [return: SameKind("tensors")] static Tensor stack(IEnumerable<Tensor> tensors, [Axis, FormerName("dimension")] long dim = 0);
        [return: SameKind("tensors")] static Tensor hstack(IList<Tensor> tensors);
        [return: SameKind("tensors")] static Tensor vstack(IList<Tensor> tensors);
        [return: SameKind("tensors")] static Tensor dstack(IList<Tensor> tensors);
        [return: SameKind("tensors")] static Tensor row_stack(IList<Tensor> tensors);
        [return: SameKind("tensors")] static Tensor column_stack(IList<Tensor> tensors);

        // ---- The same numbers in other axes ----

        [return: Reshaped] static Tensor reshape(Tensor input, [Shape] params long[] shape);
        [return: Reshaped] static Tensor flatten(Tensor input, [Axis] long start_dim = 0, long end_dim = -1);
        [return: Reshaped] static Tensor unflatten(Tensor input, [Axis] long dim, params long[] sizes);
        [return: Reshaped] static Tensor ravel(Tensor input);
        [return: Reshaped] static Tensor squeeze(Tensor input, [Axis] long? dim = null);
        [InPlace] [return: Reshaped] static Tensor squeeze_(Tensor input, [Axis] long? dim = null);
        [return: Reshaped] static Tensor unsqueeze(Tensor input, [Axis] long dim);
        [InPlace] [return: Reshaped] static Tensor unsqueeze_(Tensor input, [Axis] long dim);
        [return: Reshaped] static Tensor permute(Tensor input, params long[] permutation);
        [return: Reshaped] static Tensor transpose(Tensor input, [Axis] long dim0, [Axis] long dim1);
        [return: Reshaped] static Tensor swapaxes(Tensor input, [Axis] long axis0, [Axis] long axis1);
        [return: Reshaped] static Tensor swapdims(Tensor input, [Axis] long dim0, [Axis] long dim1);
        [return: Reshaped] static Tensor movedim(Tensor input, long[] source, long[] destination);
        [return: Reshaped] static Tensor moveaxis(Tensor input, long[] source, long[] destination);
        [return: Reshaped] static Tensor t(Tensor input);
        [return: Reshaped] static Tensor broadcast_to(Tensor input, [Shape] params long[] shape);
        [return: Reshaped] static Tensor repeat_interleave(Tensor input, long repeats, [Axis] long? dim = null, long? output_size = null);
        [return: Reshaped] static Tensor tile(Tensor input, long[] dims);

        // ---- Some of the numbers ----

        [return: Selected] static Tensor select(Tensor input, [Axis] long dim, long index);
        [return: Selected] static Tensor index_select(Tensor input, [Axis] long dim, Tensor index);
        [return: Selected] static Tensor narrow(Tensor input, [Axis] long dim, long start, long length);
        [return: Selected] static Tensor gather(Tensor input, [Axis] long dim, Tensor index);
        [return: Filtered] static Tensor masked_select(Tensor input, Tensor mask);
        [return: Selected] static Tensor take(Tensor input, Tensor index);
        [return: Selected] static Tensor take_along_dim(Tensor input, Tensor indices, [Axis] long dim = 0);
        [return: Selected] static Tensor diagonal(Tensor input, long offset = 0, [Axis] long dim1 = 0, [Axis] long dim2 = 1);
        [return: Selected] static Tensor flip(Tensor input, [Axis] params long[] dims);
        [return: Selected] static Tensor roll(Tensor input, long shifts, [Axis] long? dims = null);
        [return: Selected] static Tensor[] chunk(Tensor input, long chunks, [Axis] long dim = 0);
        [return: Selected] static Tensor[] split(Tensor tensor, long[] split_size_or_sections, [Axis] long dim = 0);
        [return: Selected] static Tensor[] tensor_split(Tensor input, long indices_or_sections, [Axis] long dim = 0);
        [return: Selected] static Tensor[] unbind(Tensor input, [Axis] long dim = 0);

        // ---- Numbers written into a tensor: nothing is known afterwards ----

        [return: Elementwise] static Tensor scatter(Tensor input, [Axis, FormerName("dimension")] long dim, Tensor index, Tensor src);
        [InPlace] [return: Elementwise]
        static Tensor scatter_(Tensor input, [Axis, FormerName("dimension")] long dim, Tensor index, Tensor src);
        [return: Elementwise] static Tensor scatter_add(Tensor input, [Axis] long dim, Tensor index, Tensor src);
        [InPlace] [return: Elementwise] static Tensor scatter_add_(Tensor input, [Axis] long dim, Tensor index, Tensor src);
        [return: Elementwise] static Tensor index_fill(Tensor input, [Axis] long dim, Tensor index, Scalar value);
        [InPlace] [return: Elementwise] static Tensor index_fill_(Tensor input, [Axis] long dim, Tensor index, Scalar value);

        // ---- Other numbers, same axes ----

        [return: Elementwise] static Tensor tanh(Tensor input);
        [InPlace] [return: Elementwise] static Tensor tanh_(Tensor input);
        [return: Elementwise] static Tensor abs(Tensor input);
        [InPlace] [return: Elementwise] static Tensor abs_(Tensor input);
        [return: Elementwise] static Tensor absolute(Tensor input);
        [return: Elementwise] static Tensor sign(Tensor input);
        [return: Elementwise] static Tensor sqrt(Tensor input);
        [return: Elementwise] static Tensor rsqrt(Tensor input);
        [return: Elementwise] static Tensor square(Tensor input);
        [return: Elementwise] static Tensor pow(Tensor left, Tensor exponent);
        [return: Elementwise] static Tensor reciprocal(Tensor input);
        [return: Elementwise] static Tensor round(Tensor input, long decimals = 0);
        [return: Elementwise] static Tensor floor(Tensor input);
        [return: Elementwise] static Tensor ceil(Tensor input);
        [return: Elementwise] static Tensor trunc(Tensor input);
        [return: Elementwise] static Tensor fmod(Tensor left, Tensor right);
        [return: Elementwise] static Tensor remainder(Tensor left, Tensor right);
        [return: Elementwise] static Tensor lerp(Tensor input, Tensor end, Tensor weight);
        [return: Elementwise] static Tensor sin(Tensor input);
        [return: Elementwise] static Tensor cos(Tensor input);
        [return: Elementwise] static Tensor erf(Tensor input);
        [return: Elementwise] static Tensor tril(Tensor input, long diagonal = 0);
        [return: Elementwise] static Tensor triu(Tensor input, long diagonal = 0);

        // ---- Other numbers in other axes ----

        static Tensor matmul(Tensor input, Tensor target);
        static Tensor mm(Tensor input, Tensor target);
        static Tensor bmm(Tensor input, Tensor batch2);
        static Tensor mv(Tensor input, Tensor target);
        static Tensor dot(Tensor input, Tensor other);
        static Tensor einsum(string equation, params Tensor[] tensors);
        static Tensor cdist(Tensor x1, Tensor x2, double p = 2);

        // ---- Fresh tensors ----

        static Tensor zeros_like(Tensor input, ScalarType? dtype = null);
        static Tensor ones_like(Tensor input, ScalarType? dtype = null);
        static Tensor empty_like(Tensor input, ScalarType? dtype = null);
        static Tensor full_like(Tensor input, Scalar value, ScalarType? dtype = null);
        static Tensor rand_like(Tensor input, ScalarType? dtype = null);
        static Tensor randn_like(Tensor input, ScalarType? dtype = null);

        static partial class special
        {
            [return: Probabilities(Link.Softmax)] static Tensor softmax(Tensor input, [ClassAxis] long dim, ScalarType? dtype = null);
            [return: LogProbabilities(Link.Softmax)]
            static Tensor log_softmax(Tensor input, [ClassAxis] long dim, ScalarType? dtype = null);
            [return: Probabilities(Link.Sigmoid)] static Tensor sigmoid(Tensor input);
            [InPlace] [return: Probabilities(Link.Sigmoid)] static Tensor sigmoid_(Tensor input);
            [return: Probabilities(Link.Sigmoid)] static Tensor expit(Tensor input);
            // Without the eps of torch.logit (Special.cs:661).
            [return: Logits(Link.Sigmoid)] static Tensor logit([Probabilities] Tensor input);
            // -p * log(p)
            [return: Elementwise] static Tensor entr([Probabilities] Tensor input);
            [return: Elementwise] static Tensor xlog1py(Tensor input, Tensor other);
            [return: Elementwise] static Tensor exp2(Tensor input);
            [return: Elementwise] static Tensor expm1(Tensor input);
            [return: Elementwise] static Tensor erf(Tensor input);
            [return: Elementwise] static Tensor erfc(Tensor input);
            [return: Elementwise] static Tensor ndtr(Tensor input);
        }

        // Probabilities come first everywhere, so that a tensor given by position is read as probabilities.
        // Samplers normalise what they get as logits, so that log-probabilities will do.
        static partial class distributions
        {
            partial class Distribution
            {
                Tensor sample(params long[] sample_shape);
                // The log-probability of one value a sample: not a distribution over classes.
                Tensor log_prob(Tensor value);
                Tensor entropy();
            }

            static Modules.Categorical Categorical(
                [Probabilities(Link.Softmax), Weights] Tensor probs = null,
                [Logits(Link.Softmax), LogProbabilities(Link.Softmax)] Tensor logits = null, Generator generator = null);
            static Modules.Categorical Categorical(int categories, Generator generator = null);
            static Modules.OneHotCategorical OneHotCategorical(
                [Probabilities(Link.Softmax), Weights] Tensor probs = null,
                [Logits(Link.Softmax), LogProbabilities(Link.Softmax)] Tensor logits = null, Generator generator = null);
            static Modules.RelaxedOneHotCategorical RelaxedOneHotCategorical(
                Tensor temperature,
                [Probabilities(Link.Softmax), Weights] Tensor probs = null,
                [Logits(Link.Softmax), LogProbabilities(Link.Softmax)] Tensor logits = null, Generator generator = null);
            static Modules.ExpRelaxedCategorical ExpRelaxedCategorical(
                Tensor temperature,
                [Probabilities(Link.Softmax), Weights] Tensor probs = null,
                [Logits(Link.Softmax), LogProbabilities(Link.Softmax)] Tensor logits = null, Generator generator = null);
            static Modules.Multinomial Multinomial(
                int total_count,
                [Probabilities(Link.Softmax), Weights] Tensor probs = null,
                [Logits(Link.Softmax), LogProbabilities(Link.Softmax)] Tensor logits = null, Generator generator = null);
            static Modules.Multinomial Multinomial(int total_count, int categories, Generator generator = null);

            static Modules.Bernoulli Bernoulli(
                [Probabilities] Tensor probs = null, [Logits(Link.Sigmoid)] Tensor logits = null, Generator generator = null);
            static Modules.Geometric Geometric(
                [Probabilities] Tensor probs = null, [Logits(Link.Sigmoid)] Tensor logits = null, Generator generator = null);
            static Modules.Binomial Binomial(
                Tensor total_count, [Probabilities] Tensor probs = null, [Logits(Link.Sigmoid)] Tensor logits = null,
                Generator generator = null);
            static Modules.NegativeBinomial NegativeBinomial(
                Tensor total_count, [Probabilities] Tensor probs = null, [Logits(Link.Sigmoid)] Tensor logits = null,
                Generator generator = null);
            static Modules.RelaxedBernoulli RelaxedBernoulli(
                Tensor temperature, [Probabilities] Tensor probs = null, [Logits(Link.Sigmoid)] Tensor logits = null,
                Generator generator = null);
            static Modules.LogitRelaxedBernoulli LogitRelaxedBernoulli(
                Tensor temperature, [Probabilities] Tensor probs = null, [Logits(Link.Sigmoid)] Tensor logits = null,
                Generator generator = null);
        }

        static partial class jit
        {
            partial class ScriptModule
            {
                [return: Applies] object call(params object[] input);
                [return: Applies] object forward(params object[] input);
            }

            partial class ScriptModule<TResult>
            {
                [return: Applies] TResult call(params Tensor[] input);
                [return: Applies] TResult forward(params Tensor[] tensor);
            }

            partial class ScriptModule<T, TResult>
            {
                [return: Applies] TResult call(T input);
                [return: Applies] TResult forward(T tensor);
            }

            partial class ScriptModule<T1, T2, TResult>
            {
                [return: Applies] TResult call(T1 input1, T2 input2);
                [return: Applies] TResult forward(T1 input1, T2 input2);
            }
        }
    }

    // Up to 0.97.6 the losses were functions that returned this delegate.
    partial class Loss
    {
        [return: Applies] Tensor Invoke(Tensor source, Tensor target);
    }

    static partial class ModuleExtensionMethods
    {
        [return: SameKind] static T to<T>(this T module, torch.Device device, bool non_blocking = false);
        [return: SameKind] static T cpu<T>(this T module, bool non_blocking = false);
        [return: SameKind] static T cuda<T>(this T module, int deviceIndex = -1, bool non_blocking = false);
        [return: SameKind] static T half<T>(this T module, bool non_blocking = false);
        [return: SameKind] static T bfloat16<T>(this T module, bool non_blocking = false);
        [return: SameKind] static T @float<T>(this T module, bool non_blocking = false);
        [return: SameKind] static T @double<T>(this T module, bool non_blocking = false);
    }

    // Up to 0.97.5 a namespace, later a class: the names are the same.
    static partial class torchvision
    {
        static partial class ops
        {
            // reduction is None by default, unlike every other loss (Ops.cs:13).
            static Tensor sigmoid_focal_loss(
                [Logits(Link.Sigmoid)] Tensor inputs, [BinaryLabels, OneHot, Probabilities] Tensor targets,
                float alpha = 0.25f, float gamma = 2, Reduction reduction = Reduction.None);
            static Modules.Sequential MLP(long in_channels, IList<int> hidden_channels);
        }

        // Classifiers for ImageNet: the last layer is Linear, and nothing follows it.
        static partial class models
        {
            static Modules.AlexNet alexnet([ClassCount] int num_classes = 1000);
            static Modules.GoogleNet googlenet([ClassCount] int num_classes = 1000);
            static Modules.InceptionV3 inception_v3([ClassCount] int num_classes = 1000);
            static Modules.MobileNetV2 mobilenet_v2([ClassCount] long num_classes = 1000);
            static Modules.MobileNetV3 mobilenet_v3_large();
            static Modules.MobileNetV3 mobilenet_v3_small();
            static Modules.ResNet resnet18([ClassCount] int num_classes = 1000);
            static Modules.ResNet resnet34([ClassCount] int num_classes = 1000);
            static Modules.ResNet resnet50([ClassCount] int num_classes = 1000);
            static Modules.ResNet resnet101([ClassCount] int num_classes = 1000);
            static Modules.ResNet resnet152([ClassCount] int num_classes = 1000);
            static Modules.ResNet resnext50_32x4d([ClassCount] int num_classes = 1000);
            static Modules.ResNet resnext101_32x8d([ClassCount] int num_classes = 1000);
            static Modules.ResNet resnext101_64x4d([ClassCount] int num_classes = 1000);
            static Modules.ResNet wide_resnet50_2([ClassCount] int num_classes = 1000);
            static Modules.ResNet wide_resnet101_2([ClassCount] int num_classes = 1000);
            static Modules.VGG vgg11([ClassCount] int num_classes = 1000);
            static Modules.VGG vgg11_bn([ClassCount] int num_classes = 1000);
            static Modules.VGG vgg13([ClassCount] int num_classes = 1000);
            static Modules.VGG vgg13_bn([ClassCount] int num_classes = 1000);
            static Modules.VGG vgg16([ClassCount] int num_classes = 1000);
            static Modules.VGG vgg16_bn([ClassCount] int num_classes = 1000);
            static Modules.VGG vgg19([ClassCount] int num_classes = 1000);
            static Modules.VGG vgg19_bn([ClassCount] int num_classes = 1000);
        }
    }
}

namespace TorchSharp.Modules
{
    partial class AlexNet { [return: Logits, ClassAxis(-1)] Tensor call(Tensor input); }
    partial class GoogleNet { [return: Logits, ClassAxis(-1)] Tensor call(Tensor input); }
    partial class InceptionV3 { [return: Logits, ClassAxis(-1)] Tensor call(Tensor input); }
    partial class MobileNetV2 { [return: Logits, ClassAxis(-1)] Tensor call(Tensor input); }
    partial class MobileNetV3 { [return: Logits, ClassAxis(-1)] Tensor call(Tensor input); }
    partial class ResNet { [return: Logits, ClassAxis(-1)] Tensor call(Tensor input); }
    partial class VGG { [return: Logits, ClassAxis(-1)] Tensor call(Tensor input); }

    partial class Categorical
    {
        // Named p and l up to 0.93.9.
        Categorical(
            [Probabilities(Link.Softmax), Weights, FormerName("p")] Tensor probs = null,
            [Logits(Link.Softmax), LogProbabilities(Link.Softmax), FormerName("l")] Tensor logits = null, Generator generator = null);
        [Probabilities(Link.Softmax), ClassAxis(-1)] Tensor probs { get; }
        // Normalised, whichever of the two it was made from (Distribution.cs:177-187).
        [LogProbabilities(Link.Softmax), ClassAxis(-1)] Tensor logits { get; }
        Tensor log_prob(Tensor value);
        Tensor entropy();
    }

    partial class OneHotCategorical
    {
        OneHotCategorical(
            [Probabilities(Link.Softmax), Weights] Tensor p = null,
            [Logits(Link.Softmax), LogProbabilities(Link.Softmax)] Tensor l = null, Generator generator = null);
        [Probabilities(Link.Softmax), ClassAxis(-1)] Tensor probs { get; }
        [LogProbabilities(Link.Softmax), ClassAxis(-1)] Tensor logits { get; }
    }

    partial class RelaxedOneHotCategorical
    {
        RelaxedOneHotCategorical(
            Tensor temperature,
            [Probabilities(Link.Softmax), Weights] Tensor probs = null,
            [Logits(Link.Softmax), LogProbabilities(Link.Softmax)] Tensor logits = null, Generator generator = null);
        [Probabilities(Link.Softmax), ClassAxis(-1)] Tensor probs { get; }
        [LogProbabilities(Link.Softmax), ClassAxis(-1)] Tensor logits { get; }
    }

    partial class ExpRelaxedCategorical
    {
        [Probabilities(Link.Softmax), ClassAxis(-1)] Tensor probs { get; }
        [LogProbabilities(Link.Softmax), ClassAxis(-1)] Tensor logits { get; }
    }

    partial class Multinomial
    {
        Multinomial(
            int total_count,
            [Probabilities(Link.Softmax), Weights] Tensor probs = null,
            [Logits(Link.Softmax), LogProbabilities(Link.Softmax)] Tensor logits = null, Generator generator = null);
        [Probabilities(Link.Softmax), ClassAxis(-1)] Tensor probs { get; }
        [LogProbabilities(Link.Softmax), ClassAxis(-1)] Tensor logits { get; }
    }

    // What the logits of these hold when they were made from probabilities: log-odds from 0.100.4 on, log(p) before.
    partial class Bernoulli
    {
        Bernoulli([Probabilities] Tensor p = null, [Logits(Link.Sigmoid)] Tensor l = null, Generator generator = null);
        [Probabilities(Link.Sigmoid)] Tensor probs { get; }
        [Logits(Link.Sigmoid), LogProbabilities(Link.Sigmoid)] Tensor logits { get; }
    }

    partial class Binomial
    {
        Binomial(Tensor total_count, [Probabilities] Tensor p = null, [Logits(Link.Sigmoid)] Tensor l = null, Generator generator = null);
        [Probabilities(Link.Sigmoid)] Tensor probs { get; }
        [Logits(Link.Sigmoid), LogProbabilities(Link.Sigmoid)] Tensor logits { get; }
    }

    partial class NegativeBinomial
    {
        NegativeBinomial(
            Tensor total_count, [Probabilities] Tensor p = null, [Logits(Link.Sigmoid)] Tensor l = null, Generator generator = null);
        [Probabilities(Link.Sigmoid)] Tensor probs { get; }
        [Logits(Link.Sigmoid), LogProbabilities(Link.Sigmoid)] Tensor logits { get; }
    }

    // And of these: log(p) in every version.
    partial class Geometric
    {
        Geometric([Probabilities] Tensor probs = null, [Logits(Link.Sigmoid)] Tensor logits = null, Generator generator = null);
        [Probabilities(Link.Sigmoid)] Tensor probs { get; }
        [Logits(Link.Sigmoid), LogProbabilities(Link.Sigmoid)] Tensor logits { get; }
    }

    partial class LogitRelaxedBernoulli
    {
        LogitRelaxedBernoulli(
            Tensor temperature, [Probabilities] Tensor probs = null, [Logits(Link.Sigmoid)] Tensor logits = null,
            Generator generator = null);
        [Probabilities(Link.Sigmoid)] Tensor probs { get; }
        [Logits(Link.Sigmoid), LogProbabilities(Link.Sigmoid)] Tensor logits { get; }
    }

    partial class RelaxedBernoulli
    {
        RelaxedBernoulli(
            Tensor temperature, [Probabilities] Tensor probs = null, [Logits(Link.Sigmoid)] Tensor logits = null,
            Generator generator = null);
        [Probabilities(Link.Sigmoid)] Tensor probs { get; }
        [Logits(Link.Sigmoid), LogProbabilities(Link.Sigmoid)] Tensor logits { get; }
    }
}
