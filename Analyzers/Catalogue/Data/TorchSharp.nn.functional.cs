// TorchSharp, torch.nn.functional. Read from dotnet/TorchSharp c20b6a1c (0.107.0); older names from its tags v0.93.0 to v0.106.0.

using System;
using Logits.Annotations;

namespace TorchSharp
{
    static partial class torch
    {
        static partial class nn
        {
            static partial class functional
            {
                // ---- From logits to probabilities ----

                [return: Probabilities(Link.Softmax)]
                static Tensor softmax([FormerName("x")] Tensor input, [ClassAxis] long dim, ScalarType? dtype = null);
                [return: LogProbabilities(Link.Softmax)] static Tensor log_softmax(Tensor x, [ClassAxis, FormerName("dimension")] long dim);
                // softmax(-x)
                [return: Probabilities(Link.Softmax)] static Tensor softmin(Tensor x, [ClassAxis] long dim);
                // Over the channels of (C, H, W) or (N, C, H, W).
                [return: Probabilities(Link.Softmax), ClassAxis(-3)] static Tensor softmax2d(Tensor x);
                [return: Probabilities(Link.Sigmoid)] static Tensor sigmoid(Tensor x);
                // The only spelling up to 0.100.3.
                [return: Probabilities(Link.Sigmoid)] static Tensor Sigmoid(Tensor x);
                [return: LogProbabilities(Link.Sigmoid)] static Tensor logsigmoid(Tensor x);
                // In [0, 1], but piecewise linear: not the probability of any logit.
                [return: Elementwise] static Tensor hardsigmoid(Tensor input, bool inplace = false);
                [return: Elementwise] static Tensor Hardsigmoid(Tensor x, bool inplace = false);

                // ---- Labels ----

                [return: OneHot, ClassAxis(-1)] static Tensor one_hot(Tensor x, [ClassCount] long num_classes = -1);

                // ---- Losses for classification ----

                // Applies log-softmax itself. Classes are on axis 1, whatever the rank; the target is dense where its shape is the input's.
                [Counterpart(Kind.LogProbabilities, Link.Softmax, "nll_loss")]
                static Tensor cross_entropy(
                    [Logits(Link.Softmax), ClassAxis(1)] Tensor input, [ClassIndices, OneHot, Probabilities] Tensor target,
                    Tensor weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean, double label_smoothing = 0);
                [Counterpart(Kind.Logits, Link.Softmax, "cross_entropy")]
                static Tensor nll_loss(
                    [LogProbabilities(Link.Softmax), ClassAxis(1)] Tensor input, [ClassIndices] Tensor target,
                    Tensor weight = null, Reduction reduction = Reduction.Mean);
                [Counterpart(Kind.Logits, Link.Sigmoid, "binary_cross_entropy_with_logits")]
                static Tensor binary_cross_entropy(
                    [Probabilities(Link.Sigmoid), FormerName("src")] Tensor input, [BinaryLabels, OneHot, Probabilities] Tensor target,
                    Tensor weight = null, Reduction reduction = Reduction.Mean);
                // pos_weights is plural here, and comes after reduction.
                [Counterpart(Kind.Probabilities, Link.Sigmoid, "binary_cross_entropy")]
                static Tensor binary_cross_entropy_with_logits(
                    [Logits(Link.Sigmoid)] Tensor input, [BinaryLabels, OneHot, Probabilities] Tensor target,
                    Tensor weight = null, Reduction reduction = Reduction.Mean, [FormerName("posWeights")] Tensor pos_weights = null);
                // log_target is true by default, where PyTorch has false (Losses.cs:619).
                [When("log_target", true, "target", Kind.LogProbabilities)]
                [When("log_target", false, "target", Kind.Probabilities)]
                static Tensor kl_div(
                    [LogProbabilities] Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean);
                static Tensor ctc_loss(
                    [LogProbabilities(Link.Softmax), ClassAxis(-1)] Tensor log_probs, Tensor targets, Tensor input_lengths,
                    Tensor target_lengths,
                    long blank = 0, bool zero_infinity = false, Reduction reduction = Reduction.Mean);

                // Hinges between scores: a margin of one means nothing among probabilities.
                static Tensor multi_margin_loss(
                    [Scores, Logits, LogProbabilities, ClassAxis(1)] Tensor input, [ClassIndices] Tensor target,
                    int p = 1, double margin = 1, Tensor weight = null, Reduction reduction = Reduction.Mean);
                static Tensor multi_label_margin_loss(
                    [Scores, Logits, LogProbabilities, ClassAxis(-1)] Tensor input, Tensor target, Reduction reduction = Reduction.Mean);
                static Tensor multilabel_soft_margin_loss(
                    [Logits(Link.Sigmoid)] Tensor input, [BinaryLabels, OneHot, Probabilities] Tensor target,
                    Tensor weight = null, Reduction reduction = Reduction.Mean);
                // The target is -1 or +1.
                static Tensor soft_margin_loss([Logits(Link.Sigmoid)] Tensor input, Tensor target, Reduction reduction = Reduction.Mean);

                // ---- Losses that ask for no kind ----

                static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean);
                static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean);
                static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1);
                static Tensor huber_loss(Tensor input, Tensor target, double delta = 1, Reduction reduction = Reduction.Mean);
                static Tensor hinge_embedding_loss(Tensor input, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean);
                static Tensor margin_ranking_loss(
                    Tensor input1, Tensor input2, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean);
                static Tensor cosine_embedding_loss(
                    Tensor input1, Tensor input2, Tensor target, double margin = 0, Reduction reduction = Reduction.Mean);
                static Tensor triplet_margin_loss(
                    Tensor anchor, Tensor positive, Tensor negative, double margin = 1, long p = 2, double eps = 1e-6, bool swap = false,
                    Reduction reduction = Reduction.Mean);
                static Tensor triplet_margin_with_distance_loss(
                    Tensor anchor, Tensor positive, Tensor negative, Func<Tensor, Tensor, Tensor> distance = null, double margin = 1,
                    bool swap = false, Reduction reduction = Reduction.Mean);
                static Tensor poisson_nll_loss(
                    Tensor input, Tensor target, bool log_input = true, bool full = false, float eps = 1e-8f,
                    Reduction reduction = Reduction.Mean);
                static Tensor gaussian_nll_loss(
                    Tensor input, Tensor target, Tensor variance, bool full = false, float eps = 1e-6f,
                    Reduction reduction = Reduction.Mean);

                // ---- Up to 0.97.6: functions of the settings alone, that return the loss as a delegate ----

                [Counterpart(Kind.LogProbabilities, Link.Softmax, "nll_loss")]
                static Modules.CrossEntropyLoss cross_entropy_loss(
                    Tensor weight = null, long? ignore_index = null, Reduction reduction = Reduction.Mean);
                [Counterpart(Kind.Logits, Link.Softmax, "cross_entropy_loss")]
                static Modules.NLLLoss nll_loss(Tensor weight = null, Reduction reduction = Reduction.Mean);
                [Counterpart(Kind.Logits, Link.Sigmoid, "binary_cross_entropy_with_logits_loss")]
                static Modules.BCELoss binary_cross_entropy_loss(Tensor weight = null, Reduction reduction = Reduction.Mean);
                [Counterpart(Kind.Probabilities, Link.Sigmoid, "binary_cross_entropy_loss")]
                static Modules.BCEWithLogitsLoss binary_cross_entropy_with_logits_loss(
                    Tensor weight = null, Reduction reduction = Reduction.Mean, Tensor posWeights = null);
                static Modules.KLDivLoss kl_div_loss(
                    [FormerName("logTarget")] bool log_target = true, Reduction reduction = Reduction.Mean);
                static Modules.CTCLoss ctc_loss(long blank = 0, bool zeroInfinity = false, Reduction reduction = Reduction.Mean);
                static Modules.MultiMarginLoss multi_margin_loss(
                    int p = 1, double margin = 1, Tensor weight = null, Reduction reduction = Reduction.Mean);
                static Modules.MultiLabelMarginLoss multilabel_margin_loss(Reduction reduction = Reduction.Mean);
                static Modules.MultiLabelSoftMarginLoss multilabel_soft_margin_loss(
                    Tensor weight = null, Reduction reduction = Reduction.Mean);
                static Modules.SoftMarginLoss soft_margin_loss(Reduction reduction = Reduction.Mean);
                static Modules.MSELoss mse_loss(Reduction reduction = Reduction.Mean);
                static Modules.L1Loss l1_loss(Reduction reduction = Reduction.Mean);
                static Modules.SmoothL1Loss smooth_l1_loss(bool logInput = true, Reduction reduction = Reduction.Mean);
                static Modules.HuberLoss huber_loss(double delta = 1, Reduction reduction = Reduction.Mean);
                static Modules.HingeEmbeddingLoss hinge_embedding_loss(double margin = 0, Reduction reduction = Reduction.Mean);
                static Modules.MarginRankingLoss margin_ranking_loss(double margin = 0, Reduction reduction = Reduction.Mean);
                static Modules.CosineEmbeddingLoss cosine_embedding_loss(double margin = 0, Reduction reduction = Reduction.Mean);
                static Modules.TripletMarginLoss triplet_margin_loss(
                    double margin = 1, long p = 2, double eps = 1e-6, bool swap = false, Reduction reduction = Reduction.Mean);
                static Modules.TripletMarginWithDistanceLoss triplet_margin_with_distance_loss(
                    Func<Tensor, Tensor, Tensor> distance = null, double margin = 1, bool swap = false,
                    Reduction reduction = Reduction.Mean);
                static Modules.PoissonNLLLoss poisson_loss(
                    bool logInput = true, bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean);
                static Modules.GaussianNLLLoss gaussian_nll_loss(
                    bool full = false, float eps = 1e-8f, Reduction reduction = Reduction.Mean);

                partial class TwoInputLoss { [return: Applies] Tensor Invoke(Tensor input1, Tensor input2, Tensor target); }
                partial class TripletMarginLoss { [return: Applies] Tensor Invoke(Tensor anchor, Tensor positive, Tensor negative); }
                partial class GaussianNLLLoss { [return: Applies] Tensor Invoke(Tensor source, Tensor target, Tensor variance); }
                partial class CTCLoss
                {
                    [return: Applies] Tensor Invoke(Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths);
                }

                // ---- Affine layers: scores ----

                [return: Scores, ClassAxis(-1)] static Tensor linear(Tensor input, Tensor weights, Tensor bias = null);
                // Up to 0.97.6: a new layer of random weights at each call.
                [return: Scores, ClassAxis(-1)]
                static Tensor linear(Tensor x, long inputSize, [ClassCount] long outputSize, bool hasBias = true);
                [return: Scores, ClassAxis(-1)] static Tensor bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor bias = null);
                [return: Scores, ClassAxis(-2)] static Tensor conv1d(Tensor input, Tensor weight, Tensor bias = null);
                [return: Scores, ClassAxis(-3)] static Tensor conv2d(Tensor input, Tensor weight, Tensor bias = null);
                [return: Scores, ClassAxis(-4)] static Tensor conv3d(Tensor input, Tensor weight, Tensor bias = null);
                [return: Scores, ClassAxis(-2)] static Tensor conv1d_padding(Tensor input, Tensor weight, Tensor bias = null);
                [return: Scores, ClassAxis(-3)] static Tensor conv2d_padding(Tensor input, Tensor weight, Tensor bias = null);
                [return: Scores, ClassAxis(-4)] static Tensor conv3d_padding(Tensor input, Tensor weight, Tensor bias = null);
                [return: Scores, ClassAxis(-2)] static Tensor conv_transpose1d(Tensor input, Tensor weight, Tensor bias = null);
                [return: Scores, ClassAxis(-3)] static Tensor conv_transpose2d(Tensor input, Tensor weight, Tensor bias = null);
                [return: Scores, ClassAxis(-4)] static Tensor conv_transpose3d(Tensor input, Tensor weight, Tensor bias = null);

                // ---- Layers that keep the kind ----

                [return: Adjusted] static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false);
                [return: Adjusted] static Tensor dropout1d(Tensor input, double p = 0.5, bool training = true, bool inplace = false);
                [return: Adjusted] static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false);
                [return: Adjusted] static Tensor dropout3d(Tensor input, double p = 0.5, bool training = true, bool inplace = false);
                [return: SameKind] static Tensor Dropout(Tensor x, double probability = 0.5, bool inPlace = false);
                [return: SameKind] static Tensor Dropout3d(Tensor x, double probability = 0.5, bool inPlace = false);
                // Between neighbours in space: each class is mixed with itself only.
                [return: SameKind] static Tensor interpolate(Tensor x, long[] size = null, double[] scale_factor = null);
                [return: SameKind] static Tensor upsample(Tensor input, long[] size = null, double[] scale_factor = null);
                [return: SameKind] static Tensor upsample_bilinear(Tensor x, long[] size = null, double[] scale_factor = null);
                [return: SameKind] static Tensor upsample_nearest(Tensor x, long[] size = null, double[] scale_factor = null);
                [return: SameKind] static Tensor upsample_nearest1d(Tensor input, long? outputSize, double? scaleFactor);
                [return: SameKind] static Tensor upsample_nearest2d(Tensor input, long[] outputSizes = null, double[] scaleFactors = null);
                [return: SameKind] static Tensor upsample_nearest3d(Tensor input, long[] outputSizes = null, double[] scaleFactors = null);
                [return: Reshaped] static Tensor pixel_shuffle(Tensor input, long upscale_factor);
                [return: Reshaped] static Tensor pixel_unshuffle(Tensor input, long downscale_factor);

                // ---- Layers that give other numbers ----

                [return: Elementwise] static Tensor relu(Tensor x, bool inplace = false);
                [return: Elementwise] static Tensor relu6(Tensor x, bool inplace = false);
                [return: Elementwise] static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false);
                [return: Elementwise] static Tensor prelu(Tensor input, Tensor weight);
                [return: Elementwise]
                static Tensor rrelu(Tensor x, double lower = 0.125, double upper = 0.3333333333333333, bool inplace = false);
                [return: Elementwise] static Tensor elu(Tensor x, double alpha, bool inplace = false);
                [return: Elementwise] static Tensor celu(Tensor x, double alpha, bool inplace = false);
                [return: Elementwise] static Tensor selu(Tensor x, bool inplace = false);
                [return: Elementwise] static Tensor gelu(Tensor x);
                [return: Elementwise] static Tensor silu(Tensor x, bool inplace = false);
                [return: Elementwise] static Tensor SiLU(Tensor x, bool inplace = false);
                [return: Elementwise] static Tensor mish(Tensor x, bool inplace = false);
                [return: Elementwise] static Tensor Mish(Tensor x);
                [return: Elementwise] static Tensor hardswish(Tensor input, bool inplace = false);
                [return: Elementwise] static Tensor hardtanh(Tensor x, double min_val = -1, double max_val = 1, bool inplace = false);
                [return: Elementwise] static Tensor Hardtanh(Tensor x, double min_val = -1, double max_val = 1, bool inplace = false);
                [return: Elementwise] static Tensor hardshrink(Tensor x, double lambda = 0.5);
                [return: Elementwise] static Tensor Hardshrink(Tensor x, double lambda = 0.5);
                [return: Elementwise] static Tensor softplus(Tensor x, double beta = 1, double threshold = 20);
                [return: Elementwise] static Tensor Softplus(Tensor x, double beta = 1, double threshold = 20);
                [return: Elementwise] static Tensor softshrink(Tensor x, double lambda = 0.5);
                [return: Elementwise] static Tensor Softshrink(Tensor x, double lambda = 0.5);
                [return: Elementwise] static Tensor softsign(Tensor x, bool inplace = false);
                [return: Elementwise] static Tensor Softsign(Tensor x);
                [return: Elementwise] static Tensor tanh(Tensor x, bool inplace = false);
                [return: Elementwise] static Tensor tanhshrink(Tensor x, bool inplace = false);
                [return: Elementwise] static Tensor Tanhshrink(Tensor x);
                [return: Elementwise] static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false);
                [return: Elementwise] static Tensor Threshold(Tensor x, double threshold, double value, bool inplace = false);
                // Not towards zero, but towards the values that keep mean and variance.
                [return: Elementwise]
                static Tensor alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false);
                [return: Elementwise]
                static Tensor feature_alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false);
                [return: Elementwise] static Tensor batch_norm(Tensor input, Tensor running_mean, Tensor running_var);
                [return: Elementwise] static Tensor instance_norm(Tensor input, Tensor running_mean = null, Tensor running_var = null);
                [return: Elementwise] static Tensor group_norm(Tensor input, long num_groups);
                [return: Elementwise] static Tensor layer_norm(Tensor input, long[] normalized_shape);
                [return: Elementwise] static Tensor local_response_norm(Tensor input, long size);
                // To length one, not to sum one.
                [return: Elementwise] static Tensor normalize(Tensor input, double p = 2, [Axis] long dim = 1, double eps = 1e-12);

                // ---- Layers that give other numbers in other axes ----

                static Tensor glu(Tensor input, [Axis] long dim = -1);
                // Its softmax is inside: not over classes.
                static Tensor scaled_dot_product_attention(
                    Tensor query, Tensor key, Tensor value, Tensor attn_mask = null, double p = 0, bool is_casual = false);
                static Tensor max_pool1d(Tensor input, long kernel_size);
                static Tensor max_pool2d(Tensor input, long kernel_size);
                static Tensor max_pool3d(Tensor input, long kernel_size);
                static Tensor avg_pool1d(Tensor input, long kernel_size);
                static Tensor avg_pool2d(Tensor input, long kernel_size);
                static Tensor avg_pool3d(Tensor input, long[] kernel_size);
                static Tensor adaptive_avg_pool1d(Tensor input, long output_size);
                static Tensor adaptive_avg_pool2d(Tensor input, long output_size);
                static Tensor adaptive_avg_pool3d(Tensor input, long output_size);
                static Tensor adaptive_max_pool1d(Tensor input, long output_size);
                static Tensor adaptive_max_pool2d(Tensor input, long[] output_size);
                static Tensor adaptive_max_pool3d(Tensor input, long[] output_size);
                static Tensor pad(Tensor input, long[] pad, double value = 0);
                static Tensor fold(Tensor input, long output_size, long kernel_size);
                static Tensor unfold(Tensor input, long kernel_size);
                static Tensor cosine_similarity(Tensor x1, Tensor x2, [Axis] long dim = 1, double eps = 1e-8);
                static Tensor pairwise_distance(Tensor input1, Tensor input2, double p = 2);
            }
        }
    }
}
