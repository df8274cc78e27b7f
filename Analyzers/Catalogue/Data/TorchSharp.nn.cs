// TorchSharp, torch.nn: how a module is applied; the factories of layers and losses; and, in TorchSharp.Modules, what their objects do.
// Read from dotnet/TorchSharp c20b6a1c (0.107.0); older names from its tags v0.93.0 to v0.106.0.

using System;
using System.Collections.Generic;
using Logits.Annotations;

namespace TorchSharp
{
    static partial class torch
    {
        static partial class nn
        {
            // ---- Modules are applied by call or forward; call came with 0.99.4 ----

            // Not generic up to 0.97.6: forward was declared here, and what moves a module returned it as Module.
            partial class Module
            {
                [return: Applies] Tensor forward(Tensor t);
                [return: Applies] Tensor forward(Tensor x, Tensor y);
                [return: Applies] Tensor forward(Tensor x, Tensor y, Tensor z);
                [return: SameKind("this")] Module apply(Action<Module> fn);
                [return: SameKind("this")] Module to(Device device);
                [return: SameKind("this")] Module cpu();
                [return: SameKind("this")] Module cuda(int deviceIndex = -1);
                [return: SameKind("this")] Module load(string location, bool strict = true);
                [return: SameKind("this")] Module save(string location);
            }

            partial class Module<T, TResult>
            {
                [return: Applies] TResult call(T input);
                [return: Applies] TResult forward(T input);
            }

            partial interface IModule<T, TResult>
            {
                [return: Applies] TResult call(T input1);
                [return: Applies] TResult forward(T input1);
            }

            partial class Module<T1, T2, TResult>
            {
                [return: Applies] TResult call(T1 input1, T2 input2);
                [return: Applies] TResult forward(T1 input1, T2 input2);
            }

            partial interface IModule<T1, T2, TResult>
            {
                [return: Applies] TResult call(T1 input1, T2 input2);
                [return: Applies] TResult forward(T1 input1, T2 input2);
            }

            partial class Module<T1, T2, T3, TResult>
            {
                [return: Applies] TResult call(T1 input1, T2 input2, T3 input3);
                [return: Applies] TResult forward(T1 input1, T2 input2, T3 input3);
            }

            partial interface IModule<T1, T2, T3, TResult>
            {
                [return: Applies] TResult call(T1 input1, T2 input2, T3 input3);
                [return: Applies] TResult forward(T1 input1, T2 input2, T3 input3);
            }

            partial class Module<T1, T2, T3, T4, TResult>
            {
                [return: Applies] TResult call(T1 input1, T2 input2, T3 input3, T4 input4);
                [return: Applies] TResult forward(T1 input1, T2 input2, T3 input3, T4 input4);
            }

            partial interface IModule<T1, T2, T3, T4, TResult>
            {
                [return: Applies] TResult call(T1 input1, T2 input2, T3 input3, T4 input4);
                [return: Applies] TResult forward(T1 input1, T2 input2, T3 input3, T4 input4);
            }

            partial class Module<T1, T2, T3, T4, T5, TResult>
            {
                [return: Applies] TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5);
                [return: Applies] TResult forward(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5);
            }

            partial interface IModule<T1, T2, T3, T4, T5, TResult>
            {
                [return: Applies] TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5);
                [return: Applies] TResult forward(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5);
            }

            partial class Module<T1, T2, T3, T4, T5, T6, TResult>
            {
                [return: Applies] TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6);
                [return: Applies] TResult forward(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6);
            }

            partial interface IModule<T1, T2, T3, T4, T5, T6, TResult>
            {
                [return: Applies] TResult call(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6);
                [return: Applies] TResult forward(T1 input1, T2 input2, T3 input3, T4 input4, T5 input5, T6 input6);
            }

            // ---- Containers ----

            static Modules.Sequential Sequential([Composes] params Module<Tensor, Tensor>[] modules);
            // A list, not a composition: who loops over it decides what happens.
            static ModuleList<T> ModuleList<T>([Elements] params T[] modules);
            static ModuleList<Module> ModuleList([Elements] params Module[] modules);

            // ---- Activations ----

            static Modules.Softmax Softmax([ClassAxis] long dim);
            static Modules.Softmax2d Softmax2d();
            static Modules.Softmin Softmin([ClassAxis] long dim);
            static Modules.LogSoftmax LogSoftmax([ClassAxis, FormerName("dimension")] long dim);
            static Modules.Sigmoid Sigmoid();
            static Modules.LogSigmoid LogSigmoid();
            static Modules.Hardsigmoid Hardsigmoid(bool inplace = false);
            static Modules.ReLU ReLU(bool inplace = false);
            static Modules.ReLU6 ReLU6(bool inplace = false);
            static Modules.LeakyReLU LeakyReLU(double negative_slope = 0.01, bool inplace = false);
            static Modules.PReLU PReLU(long num_parameters, double init = 0.25);
            static Modules.RReLU RReLU(double lower = 0.125, double upper = 0.3333333333333333, bool inplace = false);
            static Modules.ELU ELU(double alpha = 1, bool inplace = false);
            static Modules.CELU CELU(double alpha = 1, bool inplace = false);
            static Modules.SELU SELU(bool inplace = false);
            static Modules.GELU GELU();
            static Modules.GLU GLU(long dim = -1);
            static Modules.SiLU SiLU();
            static Modules.Mish Mish();
            static Modules.Tanh Tanh();
            static Modules.Tanhshrink Tanhshrink();
            static Modules.Hardswish Hardswish(bool inplace = false);
            static Modules.Hardtanh Hardtanh(double min_val = -1, double max_val = 1, bool inplace = false);
            static Modules.Hardshrink Hardshrink(double lambda = 0.5);
            static Modules.Softplus Softplus(double beta = 1, double threshold = 20);
            static Modules.Softshrink Softshrink(double lambda = 0.5);
            static Modules.Softsign Softsign();
            static Modules.Threshold Threshold(double threshold, double value, bool inplace = false);

            // ---- Affine layers ----

            static Modules.Linear Linear(long inputSize, [ClassCount] long outputSize, bool hasBias = true);
            static Modules.Linear Linear(Parameter weight, Parameter bias = null);
            static Modules.Bilinear Bilinear(long in1_features, long in2_features, [ClassCount] long out_features, bool hasBias = true);
            static Modules.Conv1d Conv1d(
                [FormerName("inputChannel")] long in_channels, [ClassCount, FormerName("outputChannel")] long out_channels,
                [FormerName("kernelSize")] long kernel_size);
            static Modules.Conv2d Conv2d(
                [FormerName("inputChannel")] long in_channels, [ClassCount, FormerName("outputChannel")] long out_channels,
                [FormerName("kernelSize")] long kernel_size);
            static Modules.Conv3d Conv3d(
                [FormerName("inputChannel")] long in_channels, [ClassCount, FormerName("outputChannel")] long out_channels,
                [FormerName("kernelSize")] long kernel_size);
            static Modules.ConvTranspose1d ConvTranspose1d(
                [FormerName("inputChannel")] long in_channels, [ClassCount, FormerName("outputChannel")] long out_channels,
                [FormerName("kernelSize")] long kernel_size);
            static Modules.ConvTranspose2d ConvTranspose2d(
                [FormerName("inputChannel")] long in_channels, [ClassCount, FormerName("outputChannel")] long out_channels,
                [FormerName("kernelSize")] long kernel_size);
            static Modules.ConvTranspose3d ConvTranspose3d(
                [FormerName("inputChannel")] long in_channels, [ClassCount, FormerName("outputChannel")] long out_channels,
                [FormerName("kernelSize")] long kernel_size);

            // ---- Layers that keep or change numbers ----

            static Modules.Identity Identity();
            static Modules.Dropout Dropout(double p = 0.5, bool inplace = false);
            static Modules.Dropout1d Dropout1d(double p = 0.5, bool inplace = false);
            static Modules.Dropout2d Dropout2d(double p = 0.5, bool inplace = false);
            static Modules.Dropout3d Dropout3d(double p = 0.5, bool inplace = false);
            static Modules.AlphaDropout AlphaDropout(double p = 0.5, bool inplace = false);
            static Modules.FeatureAlphaDropout FeatureAlphaDropout(double p = 0.5);
            static Modules.Flatten Flatten([FormerName("startDim")] long start_dim = 1, [FormerName("endDim")] long end_dim = -1);
            static Modules.Unflatten Unflatten(long dim, [FormerName("unflattenedSize")] long[] unflattened_size);
            static Modules.PixelShuffle PixelShuffle([FormerName("upscaleFactor")] long upscale_factor);
            static Modules.PixelUnshuffle PixelUnshuffle([FormerName("downscaleFactor")] long downscale_factor);
            static Modules.ChannelShuffle ChannelShuffle(long groups);
            static Modules.Upsample Upsample(long[] size = null, double[] scale_factor = null);
            static Modules.BatchNorm1d BatchNorm1d([FormerName("features")] long num_features);
            static Modules.BatchNorm2d BatchNorm2d([FormerName("features")] long num_features);
            static Modules.BatchNorm3d BatchNorm3d([FormerName("features")] long num_features);
            static Modules.InstanceNorm1d InstanceNorm1d([FormerName("features")] long num_features);
            static Modules.InstanceNorm2d InstanceNorm2d([FormerName("features")] long num_features);
            static Modules.InstanceNorm3d InstanceNorm3d([FormerName("features")] long num_features);
            static Modules.GroupNorm GroupNorm(long num_groups, long num_channels);
            static Modules.LayerNorm LayerNorm(long[] normalized_shape);
            static Modules.LocalResponseNorm LocalResponseNorm(long size);

            // ---- Layers of which nothing is known: features, states, pooled features ----

            static Modules.Embedding Embedding(long num_embeddings, long embedding_dims);
            static Modules.EmbeddingBag EmbeddingBag(long num_embeddings, long embedding_dims);
            static Modules.LSTM LSTM(long inputSize, long hiddenSize, long numLayers = 1);
            static Modules.LSTMCell LSTMCell(long inputSize, long hiddenSize);
            static Modules.GRU GRU(long inputSize, long hiddenSize, long numLayers = 1);
            static Modules.GRUCell GRUCell(long inputSize, long hiddenSize);
            static Modules.RNN RNN(long inputSize, long hiddenSize, long numLayers = 1);
            static Modules.RNNCell RNNCell(long inputSize, long hiddenSize);
            static Modules.MultiheadAttention MultiheadAttention(long embedded_dim, long num_heads);
            static Modules.Transformer Transformer(long d_model = 512, long nhead = 8);
            static Modules.TransformerEncoder TransformerEncoder(TransformerEncoderLayer encoder_layer, long num_layers);
            static Modules.TransformerEncoderLayer TransformerEncoderLayer(long d_model = 512, long nhead = 8);
            static Modules.TransformerDecoder TransformerDecoder(TransformerDecoderLayer decoder_layer, long num_layers);
            static Modules.TransformerDecoderLayer TransformerDecoderLayer(long d_model = 512, long nhead = 8);
            static Modules.MaxPool1d MaxPool1d([FormerName("kernelSize")] long kernel_size);
            static Modules.MaxPool2d MaxPool2d([FormerName("kernelSize")] long kernel_size);
            static Modules.MaxPool3d MaxPool3d([FormerName("kernelSize")] long kernel_size);
            static Modules.AvgPool1d AvgPool1d([FormerName("kernelSize")] long kernel_size);
            static Modules.AvgPool2d AvgPool2d([FormerName("kernelSize")] long kernel_size);
            static Modules.AvgPool3d AvgPool3d([FormerName("kernelSize")] long kernel_size);
            static Modules.AdaptiveMaxPool1d AdaptiveMaxPool1d([FormerName("outputSize")] long output_size);
            static Modules.AdaptiveMaxPool2d AdaptiveMaxPool2d([FormerName("outputSize")] long[] output_size);
            static Modules.AdaptiveMaxPool3d AdaptiveMaxPool3d([FormerName("outputSize")] long[] output_size);
            static Modules.AdaptiveAvgPool1d AdaptiveAvgPool1d([FormerName("outputSize")] long output_size);
            static Modules.AdaptiveAvgPool2d AdaptiveAvgPool2d([FormerName("outputSize")] long output_size);
            static Modules.AdaptiveAvgPool3d AdaptiveAvgPool3d([FormerName("outputSize")] long output_size);
            static Modules.CosineSimilarity CosineSimilarity(long dim = 1, double eps = 1e-8);
            static Modules.PairwiseDistance PairwiseDistance(double p = 2, double eps = 1e-6, bool keepdim = false);

            // ---- Losses for classification, from 0.98.0 on. The factories have no label smoothing: only the constructor has ----

            [Counterpart(Kind.LogProbabilities, Link.Softmax, "NLLLoss")]
            static Modules.CrossEntropyLoss CrossEntropyLoss(
                Tensor weight = null, long? ignore_index = null, Reduction reduction = Reduction.Mean);
            [Counterpart(Kind.Logits, Link.Softmax, "CrossEntropyLoss")]
            static Modules.NLLLoss NLLLoss(Tensor weight = null, Reduction reduction = Reduction.Mean);
            [Counterpart(Kind.Logits, Link.Sigmoid, "BCEWithLogitsLoss")]
            static Modules.BCELoss BCELoss(Tensor weight = null, Reduction reduction = Reduction.Mean);
            [Counterpart(Kind.Probabilities, Link.Sigmoid, "BCELoss")]
            static Modules.BCEWithLogitsLoss BCEWithLogitsLoss(
                Tensor weight = null, Reduction reduction = Reduction.Mean, Tensor pos_weights = null);
            // log_target is true by default, where PyTorch has false.
            static Modules.KLDivLoss KLDivLoss(bool log_target = true, Reduction reduction = Reduction.Mean);
            static Modules.CTCLoss CTCLoss(long blank = 0, bool zero_infinity = false, Reduction reduction = Reduction.Mean);
            static Modules.MultiMarginLoss MultiMarginLoss(
                int p = 1, double margin = 1, Tensor weight = null, Reduction reduction = Reduction.Mean);
            static Modules.MultiLabelMarginLoss MultiLabelMarginLoss(Reduction reduction = Reduction.Mean);
            static Modules.MultiLabelSoftMarginLoss MultiLabelSoftMarginLoss(Tensor weight = null, Reduction reduction = Reduction.Mean);
            static Modules.SoftMarginLoss SoftMarginLoss(Reduction reduction = Reduction.Mean);

            // ---- Losses that ask for no kind ----

            static Modules.MSELoss MSELoss(Reduction reduction = Reduction.Mean);
            static Modules.L1Loss L1Loss(Reduction reduction = Reduction.Mean);
            static Modules.SmoothL1Loss SmoothL1Loss(Reduction reduction = Reduction.Mean, double beta = 1);
            static Modules.HuberLoss HuberLoss(double delta = 1, Reduction reduction = Reduction.Mean);
            static Modules.HingeEmbeddingLoss HingeEmbeddingLoss(double margin = 1, Reduction reduction = Reduction.Mean);
            static Modules.MarginRankingLoss MarginRankingLoss(double margin = 0, Reduction reduction = Reduction.Mean);
            static Modules.CosineEmbeddingLoss CosineEmbeddingLoss(double margin = 0, Reduction reduction = Reduction.Mean);
            static Modules.TripletMarginLoss TripletMarginLoss(double margin = 1, long p = 2);
            static Modules.TripletMarginWithDistanceLoss TripletMarginWithDistanceLoss(
                Func<Tensor, Tensor, Tensor> distance = null, double margin = 1);
            static Modules.PoissonNLLLoss PoissonNLLLoss(bool log_input = true, bool full = false);
            static Modules.GaussianNLLLoss GaussianNLLLoss(bool full = false);
        }
    }
}

namespace TorchSharp.Modules
{
    // The row named call says what applying the object does; forward does the same.

    [Learned]
    partial class Parameter
    {
    }

    partial class Sequential
    {
        Sequential([Composes] params Module<Tensor, Tensor>[] modules);
        [InPlace] Sequential append([Composes] IModule<Tensor, Tensor> module);
        // Up to 0.95.4.
        [InPlace] void Add([Composes] Module module);
    }

    partial class ModuleList<T>
    {
        ModuleList([Elements] params T[] modules);
    }

    partial class Sequential<T, TResult>
    {
        Sequential([Composes] params Module[] modules);
    }

    // ---- Activations ----

    partial class Softmax { [return: Probabilities(Link.Softmax)] Tensor call(Tensor input); }
    partial class Softmax2d { [return: Probabilities(Link.Softmax), ClassAxis(-3)] Tensor call(Tensor input); }
    partial class Softmin { [return: Probabilities(Link.Softmax)] Tensor call(Tensor input); }
    partial class LogSoftmax { [return: LogProbabilities(Link.Softmax)] Tensor call(Tensor input); }
    partial class Sigmoid { [return: Probabilities(Link.Sigmoid)] Tensor call(Tensor input); }
    partial class LogSigmoid { [return: LogProbabilities(Link.Sigmoid)] Tensor call(Tensor input); }
    // In [0, 1], but piecewise linear: not the probability of any logit.
    partial class Hardsigmoid { [return: Elementwise] Tensor call(Tensor input); }
    partial class ReLU { [return: Elementwise] Tensor call(Tensor input); }
    partial class ReLU6 { [return: Elementwise] Tensor call(Tensor input); }
    partial class LeakyReLU { [return: Elementwise] Tensor call(Tensor input); }
    partial class PReLU { [return: Elementwise] Tensor call(Tensor input); }
    partial class RReLU { [return: Elementwise] Tensor call(Tensor input); }
    partial class ELU { [return: Elementwise] Tensor call(Tensor input); }
    partial class CELU { [return: Elementwise] Tensor call(Tensor input); }
    partial class SELU { [return: Elementwise] Tensor call(Tensor input); }
    partial class GELU { [return: Elementwise] Tensor call(Tensor input); }
    partial class SiLU { [return: Elementwise] Tensor call(Tensor input); }
    partial class Mish { [return: Elementwise] Tensor call(Tensor input); }
    partial class Tanh { [return: Elementwise] Tensor call(Tensor input); }
    partial class Tanhshrink { [return: Elementwise] Tensor call(Tensor input); }
    partial class Hardswish { [return: Elementwise] Tensor call(Tensor input); }
    partial class Hardtanh { [return: Elementwise] Tensor call(Tensor input); }
    partial class Hardshrink { [return: Elementwise] Tensor call(Tensor input); }
    partial class Softplus { [return: Elementwise] Tensor call(Tensor input); }
    partial class Softshrink { [return: Elementwise] Tensor call(Tensor input); }
    partial class Softsign { [return: Elementwise] Tensor call(Tensor input); }
    partial class Threshold { [return: Elementwise] Tensor call(Tensor input); }
    // Half of the numbers gates the other half.
    partial class GLU { Tensor call(Tensor input); }

    // ---- Affine layers: what they return is scores until something says that they are logits ----

    partial class Linear { [return: Scores, ClassAxis(-1)] Tensor call(Tensor input); }
    partial class Bilinear { [return: Scores, ClassAxis(-1)] Tensor call(Tensor input1, Tensor input2); }
    partial class Conv1d { [return: Scores, ClassAxis(-2)] Tensor call(Tensor input); }
    partial class Conv2d { [return: Scores, ClassAxis(-3)] Tensor call(Tensor input); }
    partial class Conv3d { [return: Scores, ClassAxis(-4)] Tensor call(Tensor input); }
    partial class ConvTranspose1d { [return: Scores, ClassAxis(-2)] Tensor call(Tensor input); }
    partial class ConvTranspose2d { [return: Scores, ClassAxis(-3)] Tensor call(Tensor input); }
    partial class ConvTranspose3d { [return: Scores, ClassAxis(-4)] Tensor call(Tensor input); }

    // ---- Layers that keep the kind ----

    partial class Identity { [return: SameKind] Tensor call(Tensor input); }
    partial class Dropout { [return: Adjusted] Tensor call(Tensor input); }
    partial class Dropout1d { [return: Adjusted] Tensor call(Tensor input); }
    partial class Dropout2d { [return: Adjusted] Tensor call(Tensor input); }
    partial class Dropout3d { [return: Adjusted] Tensor call(Tensor input); }
    // Between neighbours in space: each class is mixed with itself only.
    partial class Upsample { [return: SameKind] Tensor call(Tensor input); }
    partial class Flatten { [return: Reshaped, Rank(2)] Tensor call(Tensor input); }
    partial class Unflatten { [return: Reshaped] Tensor call(Tensor input); }
    partial class PixelShuffle { [return: Reshaped] Tensor call(Tensor input); }
    partial class PixelUnshuffle { [return: Reshaped] Tensor call(Tensor input); }
    partial class ChannelShuffle { [return: Reshaped] Tensor call(Tensor input); }

    // ---- Layers that give other numbers ----

    partial class AlphaDropout { [return: Elementwise] Tensor call(Tensor input); }
    partial class FeatureAlphaDropout { [return: Elementwise] Tensor call(Tensor input); }
    partial class BatchNorm1d { [return: Elementwise] Tensor call(Tensor input); }
    partial class BatchNorm2d { [return: Elementwise] Tensor call(Tensor input); }
    partial class BatchNorm3d { [return: Elementwise] Tensor call(Tensor input); }
    partial class InstanceNorm1d { [return: Elementwise] Tensor call(Tensor input); }
    partial class InstanceNorm2d { [return: Elementwise] Tensor call(Tensor input); }
    partial class InstanceNorm3d { [return: Elementwise] Tensor call(Tensor input); }
    partial class GroupNorm { [return: Elementwise] Tensor call(Tensor input); }
    partial class LayerNorm { [return: Elementwise] Tensor call(Tensor input); }
    partial class LocalResponseNorm { [return: Elementwise] Tensor call(Tensor input); }

    // ---- Layers of which nothing is known ----

    partial class Embedding { Tensor call(Tensor input); }
    partial class EmbeddingBag { Tensor call(Tensor input, Tensor offsets); }
    partial class LSTM { (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null); }
    partial class LSTMCell { (Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null); }
    partial class GRU { (Tensor, Tensor) call(Tensor input, Tensor h0 = null); }
    partial class GRUCell { Tensor call(Tensor input, Tensor h0 = null); }
    partial class RNN { (Tensor, Tensor) call(Tensor input, Tensor h0 = null); }
    partial class RNNCell { Tensor call(Tensor input, Tensor h0 = null); }
    partial class MultiheadAttention { Tuple<Tensor, Tensor> call(Tensor query, Tensor key, Tensor value); }
    partial class Transformer { Tensor call(Tensor src, Tensor tgt); }
    partial class TransformerEncoder { Tensor call(Tensor src, Tensor src_mask = null); }
    partial class TransformerEncoderLayer { Tensor call(Tensor src, Tensor src_mask = null); }
    partial class TransformerDecoder { Tensor call(Tensor tgt, Tensor memory); }
    partial class TransformerDecoderLayer { Tensor call(Tensor tgt, Tensor memory); }
    partial class MaxPool1d { Tensor call(Tensor input); }
    partial class MaxPool2d { Tensor call(Tensor input); }
    partial class MaxPool3d { Tensor call(Tensor input); }
    partial class AvgPool1d { Tensor call(Tensor input); }
    partial class AvgPool2d { Tensor call(Tensor input); }
    partial class AvgPool3d { Tensor call(Tensor input); }
    partial class AdaptiveMaxPool1d { Tensor call(Tensor input); }
    partial class AdaptiveMaxPool2d { Tensor call(Tensor input); }
    partial class AdaptiveMaxPool3d { Tensor call(Tensor input); }
    partial class AdaptiveAvgPool1d { Tensor call(Tensor input); }
    partial class AdaptiveAvgPool2d { Tensor call(Tensor input); }
    partial class AdaptiveAvgPool3d { Tensor call(Tensor input); }
    partial class CosineSimilarity { Tensor call(Tensor input1, Tensor input2); }
    partial class PairwiseDistance { Tensor call(Tensor input1, Tensor input2); }

    // ---- Losses for classification ----

    // Applies log-softmax itself. Classes are on axis 1, whatever the rank; the target is dense where its shape is the input's.
    partial class CrossEntropyLoss
    {
        CrossEntropyLoss(Tensor weight = null, long? ignore_index = null, Reduction reduction = Reduction.Mean, double label_smoothing = 0);
        Tensor call([Logits(Link.Softmax), ClassAxis(1)] Tensor input, [ClassIndices, OneHot, Probabilities] Tensor target);
    }

    partial class NLLLoss
    {
        NLLLoss(Tensor weight = null, Reduction reduction = Reduction.Mean);
        Tensor call([LogProbabilities(Link.Softmax), ClassAxis(1)] Tensor input, [ClassIndices] Tensor target);
    }

    partial class BCELoss
    {
        BCELoss(Tensor weight = null, Reduction reduction = Reduction.Mean);
        Tensor call([Probabilities(Link.Sigmoid)] Tensor input, [BinaryLabels, OneHot, Probabilities] Tensor target);
    }

    partial class BCEWithLogitsLoss
    {
        BCEWithLogitsLoss(Tensor weight = null, Reduction reduction = Reduction.Mean, Tensor pos_weights = null);
        Tensor call([Logits(Link.Sigmoid)] Tensor input, [BinaryLabels, OneHot, Probabilities] Tensor target);
    }

    partial class KLDivLoss
    {
        KLDivLoss(bool log_target = true, Reduction reduction = Reduction.Mean);
        [When("log_target", true, "target", Kind.LogProbabilities)]
        [When("log_target", false, "target", Kind.Probabilities)]
        Tensor call([LogProbabilities] Tensor input, Tensor target);
    }

    partial class CTCLoss
    {
        CTCLoss(long blank = 0, bool zero_infinity = false, Reduction reduction = Reduction.Mean);
        Tensor call(
            [LogProbabilities(Link.Softmax), ClassAxis(-1)] Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths);
    }

    // Hinges between scores: a margin of one means nothing among probabilities.
    partial class MultiMarginLoss
    {
        MultiMarginLoss(int p = 1, double margin = 1, Tensor weight = null, Reduction reduction = Reduction.Mean);
        Tensor call([Scores, Logits, LogProbabilities, ClassAxis(1)] Tensor input, [ClassIndices] Tensor target);
    }

    partial class MultiLabelMarginLoss
    {
        MultiLabelMarginLoss(Reduction reduction = Reduction.Mean);
        Tensor call([Scores, Logits, LogProbabilities, ClassAxis(-1)] Tensor input, Tensor target);
    }

    partial class MultiLabelSoftMarginLoss
    {
        MultiLabelSoftMarginLoss(Tensor weight = null, Reduction reduction = Reduction.Mean);
        Tensor call([Logits(Link.Sigmoid)] Tensor input, [BinaryLabels, OneHot, Probabilities] Tensor target);
    }

    // The target is -1 or +1.
    partial class SoftMarginLoss
    {
        SoftMarginLoss(Reduction reduction = Reduction.Mean);
        Tensor call([Logits(Link.Sigmoid)] Tensor input, Tensor target);
    }

    // ---- Losses that ask for no kind ----

    partial class MSELoss { Tensor call(Tensor input, Tensor target); }
    partial class L1Loss { Tensor call(Tensor input, Tensor target); }
    partial class SmoothL1Loss { Tensor call(Tensor input, Tensor target); }
    partial class HuberLoss { Tensor call(Tensor input, Tensor target); }
    partial class HingeEmbeddingLoss { Tensor call(Tensor input, Tensor target); }
    partial class MarginRankingLoss { Tensor call(Tensor input1, Tensor input2, Tensor target); }
    partial class CosineEmbeddingLoss { Tensor call(Tensor input1, Tensor input2, Tensor target); }
    partial class TripletMarginLoss { Tensor call(Tensor anchor, Tensor positive, Tensor negative); }
    partial class TripletMarginWithDistanceLoss { Tensor call(Tensor anchor, Tensor positive, Tensor negative); }
    partial class PoissonNLLLoss { Tensor call(Tensor input, Tensor target); }
    partial class GaussianNLLLoss { Tensor call(Tensor input, Tensor target, Tensor variance); }
}
