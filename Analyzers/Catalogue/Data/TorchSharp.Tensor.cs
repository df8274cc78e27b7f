// TorchSharp, the members of torch.Tensor. Read from dotnet/TorchSharp c20b6a1c (0.107.0); older names from its tags v0.93.0 to v0.106.0.

using System;
using System.Collections.Generic;
using Logits.Annotations;

namespace TorchSharp
{
    static partial class torch
    {
        [CarriesKind]
        [Spelling(Kind.Probabilities, Link.Softmax, "torch.nn.functional.softmax({0}, {axis})")]
        [Spelling(Kind.Probabilities, Link.Sigmoid, "torch.sigmoid({0})")]
        [Spelling(Kind.LogProbabilities, Link.Softmax, "torch.nn.functional.log_softmax({0}, {axis})")]
        [Spelling(Kind.LogProbabilities, Link.Sigmoid, "torch.nn.functional.logsigmoid({0})")]
        partial class Tensor
        {
            // ---- From logits to probabilities and back: the receiver is the input ----

            [return: Probabilities(Link.Softmax)] Tensor softmax([ClassAxis] long dim, ScalarType? dtype = null);
            [return: Probabilities(Link.Sigmoid)] Tensor sigmoid();
            [InPlace] [return: Probabilities(Link.Sigmoid)] Tensor sigmoid_();
            // The library's own comment says "logit of the elements" (Tensor.Math.cs:1123); it is log-softmax.
            [return: LogProbabilities(Link.Softmax)] Tensor log_softmax([ClassAxis] long dim, ScalarType? dtype = null);
            [return: LogProbabilities(Link.Sigmoid)] Tensor log_sigmoid();
            [Probabilities] [return: Logits(Link.Sigmoid)] Tensor logit(double? eps = null);
            [Probabilities] [InPlace] [return: Logits(Link.Sigmoid)] Tensor logit_(double? eps = null);

            // In [0, 1], but piecewise linear: not the probability of any logit.
            [return: Elementwise] Tensor hardsigmoid();
            [InPlace] [return: Elementwise] Tensor hardsigmoid_();

            // ---- Exponentials and logarithms ----

            [return: Computes(Operation.Exp)] Tensor exp();
            [InPlace] [return: Computes(Operation.Exp)] Tensor exp_();
            [return: Computes(Operation.Log)] Tensor log();
            [InPlace] [return: Computes(Operation.Log)] Tensor log_();
            [return: Computes(Operation.Log1P)] Tensor log1p();
            [InPlace] [return: Computes(Operation.Log1P)] Tensor log1p_();
            [return: Computes(Operation.LogSumExp)] Tensor logsumexp([Axis] long dim, bool keepdim = false);
            [return: Elementwise] Tensor logcumsumexp([Axis] long dim);
            [return: Elementwise] Tensor logaddexp(Tensor other);
            [return: Elementwise] Tensor logaddexp2(Tensor other);
            [return: Elementwise] Tensor exp2();
            [InPlace] [return: Elementwise] Tensor exp2_();
            [return: Elementwise] Tensor expm1();
            [InPlace] [return: Elementwise] Tensor expm1_();
            [return: Elementwise] Tensor log2();
            [InPlace] [return: Elementwise] Tensor log2_();
            [return: Elementwise] Tensor log10();
            [InPlace] [return: Elementwise] Tensor log10_();
            // x * log(y)
            [return: Elementwise] Tensor xlogy([Probabilities, Weights] Tensor y);
            [return: Elementwise] Tensor xlogy(Scalar y);
            [InPlace] [return: Elementwise] Tensor xlogy_([Probabilities, Weights] Tensor y);
            [InPlace] [return: Elementwise] Tensor xlogy_(Scalar y);

            // ---- Decisions: only the order of the numbers matters ----

            [return: OrderOnly] Tensor argmax();
            [return: OrderOnly] Tensor argmax([Axis, FormerName("dimension")] long dim, [FormerName("keepDim")] bool keepdim = false);
            [return: OrderOnly] Tensor argmin();
            [return: OrderOnly] Tensor argmin([Axis, FormerName("dimension")] long dim, [FormerName("keepDim")] bool keepdim = false);
            [return: OrderOnly] Tensor argsort([Axis, FormerName("dimension")] long dim = -1, bool descending = false);

            [return: Filtered(Element = "values"), OrderOnly(Element = "indexes")]
            (Tensor values, Tensor indexes) max([Axis, FormerName("dimension")] long dim, [FormerName("keepDim")] bool keepdim = false);
            [return: Filtered(Element = "values"), OrderOnly(Element = "indexes")]
            (Tensor values, Tensor indexes) min([Axis, FormerName("dimension")] long dim, [FormerName("keepDim")] bool keepdim = false);
            [return: Filtered(Element = "values"), OrderOnly(Element = "indexes")]
            (Tensor values, Tensor indexes) topk(
                int k, [Axis, FormerName("dimension")] int dim = -1, bool largest = true, bool sorted = true);
            [return: SameKind(Element = "Values"), OrderOnly(Element = "Indices")]
            (Tensor Values, Tensor Indices) sort([Axis] long dim = -1, bool descending = false, bool stable = false);
            [return: Filtered(Element = "values"), OrderOnly(Element = "indices")]
            (Tensor values, Tensor indices) kthvalue(long k, [Axis] long? dim, bool keepdim = false);
            // Up to 0.99.2 the only kthvalue is this static one.
            [return: Filtered(Element = "values"), OrderOnly(Element = "indices")]
            static (Tensor values, Tensor indices) kthvalue(Tensor input, long k, [Axis] long? dim, bool keepdim = false);
            [return: Filtered(Element = "values"), OrderOnly(Element = "indices")]
            (Tensor values, Tensor indices) mode([Axis] long dim = -1, bool keepdim = false);
            [return: Filtered(Element = "values"), OrderOnly(Element = "indexes")]
            (Tensor values, Tensor indexes) cummax([Axis, FormerName("dimension")] long dim);
            [return: Filtered(Element = "values"), OrderOnly(Element = "indexes")]
            (Tensor values, Tensor indexes) cummin([Axis, FormerName("dimension")] long dim);
            [return: SameKind] Tensor msort();

            // ---- Decisions: comparisons. Operators are known without a row ----

            [return: Computes(Operation.Compare)] Tensor gt(Tensor target);
            [InPlace] [return: Computes(Operation.Compare)] Tensor gt_(Tensor target);
            [return: Computes(Operation.Compare)] Tensor greater(Tensor target);
            [return: Computes(Operation.Compare)] Tensor ge(Tensor target);
            [InPlace] [return: Computes(Operation.Compare)] Tensor ge_(Tensor target);
            [return: Computes(Operation.Compare)] Tensor greater_equal(Tensor target);
            [return: Computes(Operation.Compare)] Tensor lt(Tensor target);
            [InPlace] [return: Computes(Operation.Compare)] Tensor lt_(Tensor target);
            [return: Computes(Operation.Compare)] Tensor less(Tensor target);
            [return: Computes(Operation.Compare)] Tensor le(Tensor target);
            [InPlace] [return: Computes(Operation.Compare)] Tensor le_(Tensor target);
            [return: Computes(Operation.Compare)] Tensor less_equal(Tensor target);
            [InPlace] [return: Computes(Operation.Compare)] Tensor less_equal_(Tensor target);

            // Equality asks nothing of a kind.
            [return: BinaryLabels] Tensor eq(Tensor target);
            [InPlace] [return: BinaryLabels] Tensor eq_(Tensor target);
            [return: BinaryLabels] Tensor ne(Tensor target);
            [InPlace] [return: BinaryLabels] Tensor ne_(Tensor target);
            [return: BinaryLabels] Tensor not_equal(Tensor target);
            [InPlace] [return: BinaryLabels] Tensor not_equal_(Tensor target);
            [return: BinaryLabels] Tensor logical_not();
            [return: BinaryLabels] Tensor logical_and(Tensor other);
            [return: BinaryLabels] Tensor logical_or(Tensor other);
            [return: BinaryLabels] Tensor logical_xor(Tensor other);
            [return: BinaryLabels] Tensor isnan();
            [return: BinaryLabels] Tensor isinf();
            [return: BinaryLabels] Tensor isfinite();
            // One truth value for the whole tensor, not a tensor of them.
            Tensor equal(Tensor target);

            // ---- Sampling: the receiver must hold probabilities ----

            // Rows need not sum to one: any non-negative weights do (Tensor.cs:5464).
            [Probabilities, Weights] [return: ClassIndices]
            Tensor multinomial(long num_samples, bool replacement = false, Generator generator = null);
            [Probabilities] [return: BinaryLabels] Tensor bernoulli(Generator generator = null);
            [InPlace] [return: BinaryLabels] Tensor bernoulli_([Probabilities] Tensor p, Generator generator = null);
            [InPlace] [return: BinaryLabels] Tensor bernoulli_(double p = 0.5, Generator generator = null);
            Tensor binomial([Probabilities] Tensor prob, Generator generator = null);
            Tensor poisson(Generator generator = null);

            // ---- Arithmetic by name ----

            [return: Computes(Operation.Add)] Tensor add(Tensor target);
            [return: Computes(Operation.Add)] Tensor add(Scalar scalar);
            [InPlace] [return: Computes(Operation.Add)] Tensor add_(Tensor target);
            [InPlace] [return: Computes(Operation.Add)] Tensor add_(Scalar scalar);
            // alpha scales the other operand: not a plain sum.
            [return: Elementwise] Tensor add(Tensor target, Scalar alpha);
            [return: Elementwise] Tensor add(Scalar scalar, Scalar alpha);
            [InPlace] [return: Elementwise] Tensor add_(Tensor target, Scalar alpha);
            [InPlace] [return: Elementwise] Tensor add_(Scalar scalar, Scalar alpha);
            [return: Computes(Operation.Subtract)] Tensor sub(Tensor target);
            [InPlace] [return: Computes(Operation.Subtract)] Tensor sub_(Tensor target);
            [return: Computes(Operation.Subtract)] Tensor subtract(Tensor target);
            [InPlace] [return: Computes(Operation.Subtract)] Tensor subtract_(Tensor target);
            [return: Computes(Operation.Multiply)] Tensor mul(Tensor target);
            [InPlace] [return: Computes(Operation.Multiply)] Tensor mul_(Tensor target);
            [return: Computes(Operation.Multiply)] Tensor multiply(Tensor target);
            [return: Computes(Operation.Divide)] Tensor div(Tensor target);
            [InPlace] [return: Computes(Operation.Divide)] Tensor div_(Tensor target);
            [return: Computes(Operation.Divide)] Tensor divide(Tensor target);
            [InPlace] [return: Computes(Operation.Divide)] Tensor divide_(Tensor target);
            [return: Computes(Operation.Divide)] Tensor true_divide(Tensor other);
            [InPlace] [return: Computes(Operation.Divide)] Tensor true_divide_(Tensor other);
            [return: Computes(Operation.Negate)] Tensor neg();
            [InPlace] [return: Computes(Operation.Negate)] Tensor neg_();
            [return: Computes(Operation.Negate)] Tensor negative();
            [return: SameKind] Tensor positive();

            [return: Computes(Operation.Extremum)] Tensor maximum(Tensor other);
            [return: Computes(Operation.Extremum)] Tensor minimum(Tensor other);
            [return: Computes(Operation.Extremum)] Tensor max(Tensor other);
            [return: Computes(Operation.Extremum)] Tensor min(Tensor other);
            [return: Computes(Operation.Extremum)] Tensor fmax(Tensor other);
            [return: Computes(Operation.Extremum)] Tensor fmin(Tensor other);

            // ---- Reductions ----

            [return: Computes(Operation.Sum)] Tensor sum(ScalarType? type = null);
            [return: Computes(Operation.Sum)]
            Tensor sum([Axis, FormerName("dimensions")] long[] dim, bool keepdim = false, ScalarType? type = null);
            [return: Computes(Operation.Sum)] Tensor sum([Axis] long dim0, [Axis] long dim1, bool keepdim = false, ScalarType? type = null);
            [return: Computes(Operation.Sum)]
            Tensor sum([Axis] long dim0, [Axis] long dim1, [Axis] long dim2, bool keepdim = false, ScalarType? type = null);
            [return: Computes(Operation.Mean)] Tensor mean();
            [return: Computes(Operation.Mean)]
            Tensor mean([Axis] long[] dimensions, [FormerName("keepDimension")] bool keepdim = false, ScalarType? type = null);
            [return: Filtered] Tensor max();
            [return: Filtered] Tensor min();
            [return: Filtered] Tensor median();
            [return: Filtered] Tensor amax([Axis] params long[] dims);
            [return: Filtered] Tensor amax([Axis] long[] dims, bool keepdim = false, Tensor @out = null);
            [return: Filtered] Tensor amin([Axis] params long[] dims);
            [return: Filtered] Tensor amin([Axis] long[] dims, bool keepdim = false, Tensor @out = null);
            [return: Elementwise] Tensor cumsum([Axis, FormerName("dimension")] long dim, ScalarType? type = null);
            [return: Elementwise] Tensor cumprod([Axis, FormerName("dimension")] long dim, ScalarType? type = null);
            Tensor nansum();
            Tensor nanmean([Axis] int? dim = null, bool keepdim = false, ScalarType? dtype = null);
            Tensor prod([Axis] long dim, bool keepdim = false, ScalarType? type = null);
            Tensor std(bool unbiased = true);
            Tensor var(bool unbiased = true);
            Tensor norm(float p = 2);
            Tensor all();
            Tensor any();
            Tensor count_nonzero(long[] dims = null);

            // ---- The same numbers: copies, devices, floating types, lifetimes ----

            [return: SameKind] Tensor alias();
            [return: SameKind] Tensor clone();
            [return: SameKind] Tensor contiguous();
            [return: SameKind] Tensor detach();
            [InPlace] [return: SameKind] Tensor detach_();
            [return: SameKind] Tensor requires_grad_(bool requires_grad = true);
            [return: SameKind] Tensor with_requires_grad(bool requires_grad = true);
            [return: SameKind] Tensor pin_memory();
            [return: SameKind] Tensor to_dense();
            [return: SameKind] Tensor to_sparse();
            [return: SameKind] Tensor cpu();
            [return: SameKind] Tensor cuda(Device device = null, bool non_blocking = false);
            [return: SameKind] Tensor mps(bool non_blocking = false);
            [return: SameKind] Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false);
            [return: SameKind] Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false);
            [return: SameKind] Tensor type(ScalarType dtype);
            [return: SameKind] Tensor type_as(Tensor tensor);
            [return: SameKind] Tensor half();
            [return: SameKind] Tensor bfloat16();
            [return: SameKind] Tensor @float();
            [return: SameKind] Tensor @double();
            // To integers: labels stay labels.
            [return: SameKind] Tensor @byte();
            [return: SameKind] Tensor @char();
            [return: SameKind] Tensor @short();
            [return: SameKind] Tensor @int();
            [return: SameKind] Tensor @long();
            [return: BinaryLabels] Tensor @bool();
            [return: SameKind] Tensor DetachFromDisposeScope();
            [return: SameKind] Tensor DetatchFromDisposeScope();
            [return: SameKind] Tensor MoveToOuterDisposeScope();
            [return: SameKind] Tensor MoveToOtherDisposeScope(Tensor other);
            [InPlace] [return: SameKind("source")] Tensor copy_(Tensor source, bool nonBlocking = false);
            [InPlace] [return: SameKind("source")] Tensor set_(Tensor source);
            [return: SameKind] Scalar ToScalar();
            [return: SameKind] T item<T>();
            [return: SameKind] T DataItem<T>();
            [return: SameKind] TensorAccessor<T> data<T>();
            [return: SameKind] Span<T> Data<T>();
            [return: SameKind] object tolist();

            // ---- The same meaning: masks and bounds ----

            [return: Adjusted] Tensor masked_fill(Tensor mask, Scalar value);
            [InPlace] [return: Adjusted] Tensor masked_fill_(Tensor mask, Scalar value);
            [return: Adjusted] Tensor clamp(Scalar min = null, Scalar max = null);
            [InPlace] [return: Adjusted] Tensor clamp_(Scalar min = null, Scalar max = null);
            [return: Adjusted] Tensor clamp_min(Scalar min);
            [InPlace] [return: Adjusted] Tensor clamp_min_(Scalar min);
            [return: Adjusted] Tensor clamp_max(Scalar max);
            [InPlace] [return: Adjusted] Tensor clamp_max_(Scalar max);
            [return: Adjusted] Tensor clip(Scalar min = null, Scalar max = null);
            [return: Adjusted] Tensor nan_to_num(double nan = 0, double? posinf = null, double? neginf = null);
            [InPlace] [return: Adjusted] Tensor nan_to_num_(double nan = 0, double? posinf = null, double? neginf = null);
            [return: SameKind("this", "y")] Tensor where(Tensor condition, [FormerName("other")] Tensor y);

            // ---- The same numbers in other axes ----

            [return: Reshaped] Tensor view([Shape] params long[] shape);
            [return: Reshaped] Tensor view_as(Tensor other);
            [return: Reshaped] Tensor reshape([Shape] params long[] shape);
            [return: Reshaped] Tensor flatten([Axis] long start_dim = 0, long end_dim = -1);
            [return: Reshaped] Tensor unflatten([Axis] long dim, params long[] sizes);
            [return: Reshaped] Tensor ravel();
            [return: Reshaped] Tensor squeeze([Axis] long? dim = null);
            [InPlace] [return: Reshaped] Tensor squeeze_([Axis] long? dim = null);
            [return: Reshaped] Tensor unsqueeze([Axis] long dim);
            [InPlace] [return: Reshaped] Tensor unsqueeze_([Axis] long dim);
            [return: Reshaped] Tensor permute(params long[] permutation);
            [return: Reshaped] Tensor transpose([Axis] long dim0, [Axis] long dim1);
            [InPlace] [return: Reshaped] Tensor transpose_([Axis] long dim0, [Axis] long dim1);
            [return: Reshaped] Tensor swapaxes([Axis] long dim0, [Axis] long dim1);
            [return: Reshaped] Tensor swapdims([Axis] long dim0, [Axis] long dim1);
            [return: Reshaped] Tensor movedim(long[] source, long[] destination);
            [return: Reshaped] Tensor moveaxis(long[] source, long[] destination);
            [return: Reshaped] Tensor t();
            [return: Reshaped] Tensor T { get; }
            [return: Reshaped] Tensor mT { get; }
            [return: Reshaped] Tensor expand(params long[] sizes);
            [return: Reshaped] Tensor expand_as(Tensor other);
            [return: Reshaped] Tensor broadcast_to([Shape] params long[] shape);
            [return: Reshaped] Tensor repeat(params long[] sizes);
            [return: Reshaped] Tensor repeat_interleave(long repeats, [Axis] long? dim = null, long? output_size = null);
            [return: Reshaped] Tensor tile(long[] reps);
            [return: Reshaped] Tensor atleast_1d();
            [return: Reshaped] Tensor atleast_2d();
            [return: Reshaped] Tensor atleast_3d();
            Tensor as_strided(long[] size, long[] strides, long storageOffset = 0);
            Tensor unfold([Axis] long dimension, long size, long step);

            // ---- Some of the numbers ----

            [return: Selected] Tensor this[params TensorIndex[] indices] { get; set; }
            [return: Filtered] Tensor this[params Tensor[] indices] { get; set; }
            [return: Selected] Tensor this[long i1] { get; set; }
            [return: Selected] Tensor this[params long[] indices] { get; set; }
            [return: Selected] Tensor index(params TensorIndex[] indices);
            [return: Selected] Tensor select([Axis] long dim, long index);
            [return: Selected] Tensor index_select([Axis, FormerName("dimension")] long dim, Tensor index);
            [return: Selected] Tensor narrow([Axis, FormerName("dimension")] long dim, long start, long length);
            [return: Selected] Tensor slice([Axis, FormerName("dimension")] long dim, long start, long finish, long step);
            [return: Selected] Tensor gather([Axis, FormerName("dimension")] long dim, Tensor index);
            [return: Filtered] Tensor masked_select(Tensor mask);
            [return: Selected] Tensor take(Tensor index);
            [return: Selected] Tensor take_along_dim(Tensor indices, [Axis] long dim);
            [return: Selected] Tensor diagonal(long offset = 0, [Axis] long dim1 = 0, [Axis] long dim2 = 1);
            [return: Selected] Tensor flip([Axis, FormerName("sizes")] params long[] dims);
            [return: Selected] Tensor fliplr();
            [return: Selected] Tensor flipud();
            [return: Selected] Tensor roll(long shifts, [Axis] long? dims = null);
            [return: Selected] Tensor[] chunk(long chunks, [Axis] long dim = 0);
            [return: Selected] Tensor[] split(long size, [Axis, FormerName("dimension")] int dim = 0);
            [return: Selected] Tensor[] tensor_split(long size, [Axis, FormerName("dimension")] long dim = 0);
            [return: Selected] Tensor[] hsplit(long size);
            [return: Selected] Tensor[] vsplit(long size);
            [return: Selected] Tensor[] dsplit(long size);
            [return: Selected] Tensor[] unbind([Axis] long dimension = 0);

            // ---- Numbers written into a tensor: nothing is known afterwards ----

            [return: Elementwise] Tensor masked_scatter(Tensor mask, Tensor value);
            [InPlace] [return: Elementwise] Tensor masked_scatter_(Tensor mask, Tensor value);
            [return: Elementwise] Tensor scatter([Axis, FormerName("dimension")] long dim, Tensor index, Tensor src);
            [InPlace] [return: Elementwise] Tensor scatter_([Axis, FormerName("dimension")] long dim, Tensor index, Tensor src);
            [return: Elementwise] Tensor scatter_add([Axis, FormerName("dimension")] long dim, Tensor index, Tensor src);
            [InPlace] [return: Elementwise] Tensor scatter_add_([Axis, FormerName("dimension")] long dim, Tensor index, Tensor src);
            [return: Elementwise] Tensor index_add([Axis] long dim, Tensor index, Tensor source, Scalar alpha);
            [InPlace] [return: Elementwise] Tensor index_add_([Axis] long dim, Tensor index, Tensor source, Scalar alpha);
            [return: Elementwise] Tensor index_copy([Axis] long dim, Tensor index, Tensor source);
            [InPlace] [return: Elementwise] Tensor index_copy_([Axis] long dim, Tensor index, Tensor source);
            [return: Elementwise] Tensor index_fill([Axis] long dim, Tensor index, Scalar value);
            [InPlace] [return: Elementwise] Tensor index_fill_([Axis] long dim, Tensor index, Scalar value);
            [InPlace] [return: Elementwise] Tensor index_put_(Tensor value, params Tensor[] indices);
            [InPlace] [return: Elementwise] Tensor fill_(Scalar value);
            [InPlace] [return: Elementwise] Tensor zero_();
            [InPlace] [return: Elementwise] Tensor uniform_(double from, double to, Generator generator = null);
            [InPlace] [return: Elementwise] Tensor normal_(double mean = 0, double std = 1, Generator generator = null);
            [InPlace] [return: Elementwise] Tensor exponential_(double lambda = 1, Generator generator = null);

            // ---- Other numbers, same axes ----

            [return: Elementwise] Tensor relu();
            [InPlace] [return: Elementwise] Tensor relu_();
            [return: Elementwise] Tensor relu6();
            [InPlace] [return: Elementwise] Tensor relu6_();
            [return: Elementwise] Tensor leaky_relu(Scalar negative_slope);
            [InPlace] [return: Elementwise] Tensor leaky_relu_(Scalar negative_slope);
            [return: Elementwise] Tensor rrelu(double lower = 0.125, double upper = 0.3333333333333333);
            [return: Elementwise] Tensor prelu(Tensor target);
            [return: Elementwise] Tensor elu(double alpha = 1);
            [InPlace] [return: Elementwise] Tensor elu_(double alpha = 1);
            [return: Elementwise] Tensor celu();
            [return: Elementwise] Tensor selu();
            [return: Elementwise] Tensor gelu();
            [return: Elementwise] Tensor silu();
            [InPlace] [return: Elementwise] Tensor silu_();
            [return: Elementwise] Tensor hardswish();
            [return: Elementwise] Tensor hardtanh(Scalar min, Scalar max);
            [return: Elementwise] Tensor softplus(double beta = 1, double threshold = 20);
            [return: Elementwise] Tensor threshold(Scalar threshold, Scalar value);
            [return: Elementwise] Tensor tanh();
            [InPlace] [return: Elementwise] Tensor tanh_();
            [return: Elementwise] Tensor abs();
            [InPlace] [return: Elementwise] Tensor abs_();
            [return: Elementwise] Tensor absolute();
            [return: Elementwise] Tensor sign();
            [return: Elementwise] Tensor sqrt();
            [InPlace] [return: Elementwise] Tensor sqrt_();
            [return: Elementwise] Tensor rsqrt();
            [return: Elementwise] Tensor square();
            [return: Elementwise] Tensor pow(Tensor exponent);
            [InPlace] [return: Elementwise] Tensor pow_(Tensor exponent);
            [return: Elementwise] Tensor reciprocal();
            [InPlace] [return: Elementwise] Tensor reciprocal_();
            [return: Elementwise] Tensor round(long decimals = 0);
            [InPlace] [return: Elementwise] Tensor round_(long decimals = 0);
            [return: Elementwise] Tensor floor();
            [return: Elementwise] Tensor ceil();
            [return: Elementwise] Tensor trunc();
            [return: Elementwise] Tensor frac();
            [return: Elementwise] Tensor fmod(Tensor target);
            [return: Elementwise] Tensor remainder(Tensor target);
            [return: Elementwise] Tensor floor_divide(Tensor other);
            [return: Elementwise] Tensor lerp(Tensor end, Tensor weight);
            [return: Elementwise] Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value);
            [return: Elementwise] Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value);
            [return: Elementwise] Tensor sin();
            [return: Elementwise] Tensor cos();
            [return: Elementwise] Tensor erf();
            [return: Elementwise] Tensor tril(long diagonal = 0);
            [return: Elementwise] Tensor triu(long diagonal = 0);
            [return: Elementwise] Tensor renorm(float p, [Axis] long dim, float maxnorm);

            // ---- Other numbers in other axes ----

            Tensor matmul(Tensor target);
            Tensor mm(Tensor target);
            Tensor bmm(Tensor batch2);
            Tensor mv(Tensor target);
            Tensor dot(Tensor target);
            Tensor inner(Tensor vec2);
            Tensor outer(Tensor vec2);
            Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1);
            Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1);
            Tensor glu([Axis] long dim = -1);

            // ---- Fresh tensors of the receiver's shape ----

            Tensor zeros_like(ScalarType? dtype = null, Device device = null, bool requires_grad = false);
            Tensor ones_like(ScalarType? dtype = null, Device device = null, bool requires_grad = false);
            Tensor empty_like(ScalarType? dtype = null, Device device = null, bool requires_grad = false);
            Tensor full_like(Scalar value, ScalarType? dtype = null, Device device = null, bool requires_grad = false);
            Tensor rand_like(ScalarType? dtype = null, Device device = null, bool requires_grad = false);
            Tensor randn_like(ScalarType? dtype = null, Device device = null, bool requires_grad = false);
        }
    }

    static partial class TensorExtensionMethods
    {
        [return: SameKind] static Parameter AsParameter(this Tensor tensor);
        [return: SameKind] static Tensor print(this Tensor t, string fltFormat = "g5");
        [return: SameKind] static float ToSingle(this Tensor value);
        [return: SameKind] static double ToDouble(this Tensor value);
        [return: SameKind] static Half ToHalf(this Tensor value);
        [return: SameKind] static BFloat16 ToBFloat16(this Tensor value);
        [return: SameKind] static sbyte ToSByte(this Tensor value);
        [return: SameKind] static byte ToByte(this Tensor value);
        [return: SameKind] static short ToInt16(this Tensor value);
        [return: SameKind] static int ToInt32(this Tensor value);
        [return: SameKind] static long ToInt64(this Tensor value);
        [return: SameKind] static bool ToBoolean(this Tensor value);
    }
}
