// TensorFlow.NET, package TensorFlow.Keras: models, layers, activations, losses, metrics.
// Read from SciSharp/TensorFlow.NET 6ce60665 (2025-01-22). The tensors and tf are in TensorFlow.cs.
//
// Where this library differs from Keras: compile with the name of a loss trains with mean squared error unless the name is "mse" or
// "mae"; from_logits is the first argument of a loss's constructor and the third of its factory; some arguments have no effect at all.
//
// The factories return ILayer, ILossFunc, IMetricFunc, Activation; their rows name the class that says what the object does.

using System;
using System.Collections.Generic;
using Logits.Annotations;

namespace Tensorflow.Keras
{
    // ---- Models ----

    partial interface IKerasApi
    {
        Engine.Functional Model(Tensors inputs, [Outputs] Tensors outputs, string name = null);
        Tensors Input(Shape shape = null);
    }

    partial class KerasInterface
    {
        Engine.Sequential Sequential([Composes] List<ILayer> layers = null, string name = null);
        Engine.Functional Model(Tensors inputs, [Outputs] Tensors outputs, string name = null);
        Tensors Input(Shape shape = null);
    }

    partial interface ILayer
    {
        [return: Applies] Tensors Apply(Tensors inputs, Tensors states = null, bool? training = false, IOptionalArgs optional_args = null);
    }

    // ---- Activations: what a layer may be given by object or by name. Any other name throws; null is linear (Activations.cs:57-108) ----

    partial class Activation
    {
        [return: Applies] Tensor Apply(Tensor input, string name = null);

        // In the library all of these are of type Activation.
        [Named("linear")] partial class Linear { [return: SameKind] Tensor Apply(Tensor input); }
        [Named("relu")] partial class Relu { [return: Elementwise] Tensor Apply(Tensor input); }
        [Named("relu6")] partial class Relu6 { [return: Elementwise] Tensor Apply(Tensor input); }
        [Named("sigmoid")] partial class Sigmoid { [return: Probabilities(Link.Sigmoid)] Tensor Apply(Tensor input); }
        [Named("softmax")] partial class Softmax { [return: Probabilities(Link.Softmax), ClassAxis(-1)] Tensor Apply(Tensor input); }
        [Named("tanh")] partial class Tanh { [return: Elementwise] Tensor Apply(Tensor input); }
        [Named("mish")] partial class Mish { [return: Elementwise] Tensor Apply(Tensor input); }
    }

    partial interface IActivationsApi
    {
        Activation.Linear Linear { get; }
        Activation.Relu Relu { get; }
        Activation.Relu6 Relu6 { get; }
        Activation.Sigmoid Sigmoid { get; }
        Activation.Softmax Softmax { get; }
        Activation.Tanh Tanh { get; }
        Activation.Mish Mish { get; }
        Activation GetActivationFromName(string name);
    }

    // ---- Functions of the backend ----

    partial class BackendImpl
    {
        [When("from_logits", false, "output", Kind.Probabilities, Link.Sigmoid)]
        [When("from_logits", true, "output", Kind.Logits, Link.Sigmoid)]
        Tensor binary_crossentropy([BinaryLabels, OneHot, Probabilities] Tensor target, Tensor output, bool from_logits = false);
        [When("from_logits", false, "output", Kind.Probabilities, Link.Softmax)]
        [When("from_logits", true, "output", Kind.Logits, Link.Softmax)]
        Tensor categorical_crossentropy(
            [OneHot, Probabilities] Tensor target, Tensor output, bool from_logits = false, [ClassAxis] int axis = -1);
        [When("from_logits", false, "output", Kind.Probabilities, Link.Softmax)]
        [When("from_logits", true, "output", Kind.Logits, Link.Softmax)]
        Tensor sparse_categorical_crossentropy(
            [ClassIndices] Tensor target, Tensor output, bool from_logits = false, [ClassAxis] int axis = -1);
        [return: Computes(Operation.Mean)] Tensor mean(Tensor x, [Axis] int axis = -1, bool keepdims = false);
        [return: SameKind("tensors")] Tensor concatenate(Tensors tensors, [Axis] int axis = -1);
        [return: Selected] Tensor reverse(Tensor input, [Axis] int axis);
    }
}

namespace Tensorflow.Keras.Engine
{
    [CarriesKind]
    partial class KerasTensor
    {
        [return: Selected] KerasTensor this[int idx] { get; }
        [return: Selected] KerasTensor this[params Slice[] slices] { get; }
    }

    partial class Layer
    {
        [return: Applies] Tensors Apply(Tensors inputs, Tensors states = null, bool? training = false, IOptionalArgs optional_args = null);
        [return: Applies] Tensors Call(Tensors inputs, Tensors state = null, bool? training = null, IOptionalArgs optional_args = null);
    }

    partial interface IModel
    {
        void compile(IOptimizer optimizer, [Loss("y_pred")] ILossFunc loss);
        void compile(IOptimizer optimizer, [Loss("y_pred")] ILossFunc loss, string[] metrics);
        void compile(IOptimizer optimizer, [Loss("y_pred")] ILossFunc loss, IMetricFunc[] metrics);
        // Knows "mse" and "mae"; every other loss becomes mean squared error, every optimizer RMSprop (Model.Compile.cs:54-75).
        void compile(string optimizer, string loss, string[] metrics);
        [return: Applies] Tensors predict(Tensors x, int batch_size = -1);
        [return: Applies] Tensors predict(IDatasetV2 dataset, int batch_size = -1);
        ICallback fit(NDArray x, NDArray y);
        Dictionary<string, float> evaluate(NDArray x, NDArray y);
    }

    partial class Functional
    {
        Functional(Tensors inputs, [Outputs] Tensors outputs, string name = null);
    }

    partial class Sequential
    {
        [InPlace] void add([Composes] ILayer layer);
        void add(Tensor tensor);
    }
}

namespace Tensorflow.Keras.Models
{
    partial interface IModelsApi
    {
        Engine.IModel load_model(string filepath, bool compile = true);
    }
}

namespace Tensorflow.Keras.Layers
{
    partial interface ILayersApi
    {
        // ---- Affine layers ----

        Dense Dense([ClassCount] int units, [Activation] string activation = null, Shape input_shape = null);
        EinsumDense EinsumDense(string equation, Shape output_shape, string bias_axes, [Activation] Activation activation = null);
        Conv1D Conv1D([ClassCount] int filters, Shape kernel_size, [Activation] string activation = null);
        Conv2D Conv2D([ClassCount] int filters, Shape kernel_size = null, [Activation] string activation = null);
        Conv2D Conv2D([ClassCount] int filters, Shape kernel_size = null, Shape strides = null, string padding = "valid");
        Conv2DTranspose Conv2DTranspose([ClassCount] int filters, Shape kernel_size = null, [Activation] string activation = null);
        DepthwiseConv2D DepthwiseConv2D(Shape kernel_size = null, [Activation] string activation = null);

        // ---- Activations as layers. There is no layer Sigmoid, and none named Activation ----

        Softmax Softmax([ClassAxis] int axis = -1);
        ELU ELU(float alpha = 0.1f);
        Exponential Exponential();
        HardSigmoid HardSigmoid();
        LeakyReLu LeakyReLU(float alpha = 0.3f);
        ReLu6 ReLU6();
        SELU SELU();
        Softplus Softplus();
        Softsign Softsign();
        Swish Swish();
        Tanh Tanh();

        // ---- Layers that keep the kind ----

        Dropout Dropout(float rate, Shape noise_shape = null, int? seed = null);
        UpSampling1D UpSampling1D(int size);
        UpSampling2D UpSampling2D(Shape size = null, string data_format = null, string interpolation = "nearest");
        Flatten Flatten(string data_format = null);
        Reshape Reshape(Shape target_shape);
        Permute Permute(int[] dims);

        // ---- Layers that give other numbers ----

        BatchNormalization BatchNormalization(int axis = -1);
        LayerNormalization LayerNormalization(Axis axis);
        Normalization Normalization(Shape input_shape = null, int? axis = -1);
        Rescaling Rescaling(float scale, float offset = 0);

        // ---- Layers of which nothing is known ----

        KerasTensor Input(Shape shape = null);
        InputLayer InputLayer(Shape input_shape, string name = null);
        Embedding Embedding(int input_dim, int output_dim);
        LSTM LSTM(int units);
        GRU GRU(int units);
        SimpleRNN SimpleRNN(int units);
        RNN RNN(IRnnCell cell);
        Bidirectional Bidirectional(ILayer layer, string merge_mode = "concat");
        Attention Attention(bool use_scale = false);
        MultiHeadAttention MultiHeadAttention(int num_heads, int key_dim);
        MaxPooling1D MaxPooling1D(int? pool_size = null);
        MaxPooling2D MaxPooling2D(Shape pool_size = null);
        AveragePooling2D AveragePooling2D(Shape pool_size = null);
        GlobalMaxPooling1D GlobalMaxPooling1D(string data_format = "channels_last");
        GlobalMaxPooling2D GlobalMaxPooling2D(string data_format = "channels_last");
        GlobalAveragePooling1D GlobalAveragePooling1D(string data_format = "channels_last");
        GlobalAveragePooling2D GlobalAveragePooling2D(string data_format = "channels_last");
        Add Add();
        Subtract Subtract();
        Concatenate Concatenate(int axis = -1);
        CategoryEncoding CategoryEncoding(int num_tokens, string output_mode = "one_hot");
        ZeroPadding2D ZeroPadding2D(NDArray padding);
        Reshaping.Cropping1D Cropping1D(NDArray cropping);
        Reshaping.Cropping2D Cropping2D(NDArray cropping);
        Reshaping.Cropping3D Cropping3D(NDArray cropping);
    }

    partial class LayersApi
    {
        [return: Scores, ClassAxis(-1)] Tensor dense(Tensor inputs, [ClassCount] int units, [Activation] Activation activation = null);
    }

    // ---- Affine layers: what they return, before the activation that they were given ----

    partial class Dense { [return: Scores, ClassAxis(-1)] Tensors Apply(Tensors inputs); }
    partial class EinsumDense { [return: Scores] Tensors Apply(Tensors inputs); }
    // Channels come last unless data_format says otherwise.
    partial class Conv1D { [return: Scores, ClassAxis(-1)] Tensors Apply(Tensors inputs); }
    partial class Conv2D { [return: Scores, ClassAxis(-1)] Tensors Apply(Tensors inputs); }
    partial class Conv2DTranspose { [return: Scores, ClassAxis(-1)] Tensors Apply(Tensors inputs); }
    partial class DepthwiseConv2D { [return: Scores, ClassAxis(-1)] Tensors Apply(Tensors inputs); }

    // ---- Activations as layers ----

    // Subtracts the maximum. With a mask it adds (1 - mask) * 1e-9, which masks nothing (Layers/Activation/Softmax.cs:16).
    partial class Softmax { [return: Probabilities(Link.Softmax)] Tensors Apply(Tensors inputs); }
    partial class ELU { [return: Elementwise] Tensors Apply(Tensors inputs); }
    partial class Exponential { [return: Elementwise] Tensors Apply(Tensors inputs); }
    // In [0, 1], but piecewise linear: not the probability of any logit.
    partial class HardSigmoid { [return: Elementwise] Tensors Apply(Tensors inputs); }
    partial class LeakyReLu { [return: Elementwise] Tensors Apply(Tensors inputs); }
    partial class ReLu6 { [return: Elementwise] Tensors Apply(Tensors inputs); }
    partial class SELU { [return: Elementwise] Tensors Apply(Tensors inputs); }
    partial class Softplus { [return: Elementwise] Tensors Apply(Tensors inputs); }
    partial class Softsign { [return: Elementwise] Tensors Apply(Tensors inputs); }
    partial class Swish { [return: Elementwise] Tensors Apply(Tensors inputs); }
    partial class Tanh { [return: Elementwise] Tensors Apply(Tensors inputs); }

    // ---- Layers that keep the kind ----

    partial class Dropout { [return: Adjusted] Tensors Apply(Tensors inputs); }
    // Between neighbours in space: each class is mixed with itself only.
    partial class UpSampling1D { [return: SameKind] Tensors Apply(Tensors inputs); }
    partial class UpSampling2D { [return: SameKind] Tensors Apply(Tensors inputs); }
    partial class Flatten { [return: Reshaped, Rank(2)] Tensors Apply(Tensors inputs); }
    partial class Reshape { [return: Reshaped] Tensors Apply(Tensors inputs); }
    partial class Permute { [return: Reshaped] Tensors Apply(Tensors inputs); }

    // ---- Layers that give other numbers ----

    partial class BatchNormalization { [return: Elementwise] Tensors Apply(Tensors inputs); }
    partial class LayerNormalization { [return: Elementwise] Tensors Apply(Tensors inputs); }
    partial class Normalization { [return: Elementwise] Tensors Apply(Tensors inputs); }
    partial class Rescaling { [return: Elementwise] Tensors Apply(Tensors inputs); }

    // ---- Layers of which nothing is known ----

    partial class InputLayer { Tensors Apply(Tensors inputs); }
    partial class Embedding { Tensors Apply(Tensors inputs); }
    partial class LSTM { Tensors Apply(Tensors inputs); }
    partial class GRU { Tensors Apply(Tensors inputs); }
    partial class SimpleRNN { Tensors Apply(Tensors inputs); }
    partial class RNN { Tensors Apply(Tensors inputs); }
    partial class Bidirectional { Tensors Apply(Tensors inputs); }
    partial class Attention { Tensors Apply(Tensors inputs); }
    partial class MultiHeadAttention { Tensors Apply(Tensors inputs); }
    partial class MaxPooling1D { Tensors Apply(Tensors inputs); }
    partial class MaxPooling2D { Tensors Apply(Tensors inputs); }
    partial class AveragePooling2D { Tensors Apply(Tensors inputs); }
    partial class GlobalMaxPooling1D { Tensors Apply(Tensors inputs); }
    partial class GlobalMaxPooling2D { Tensors Apply(Tensors inputs); }
    partial class GlobalAveragePooling1D { Tensors Apply(Tensors inputs); }
    partial class GlobalAveragePooling2D { Tensors Apply(Tensors inputs); }
    partial class Add { Tensors Apply(Tensors inputs); }
    partial class Subtract { Tensors Apply(Tensors inputs); }
    partial class Concatenate { Tensors Apply(Tensors inputs); }
    partial class CategoryEncoding { Tensors Apply(Tensors inputs); }
    partial class ZeroPadding2D { Tensors Apply(Tensors inputs); }
}

namespace Tensorflow.Keras.Layers.Reshaping
{
    partial class Cropping1D { Tensors Apply(Tensors inputs); }
    partial class Cropping2D { Tensors Apply(Tensors inputs); }
    partial class Cropping3D { Tensors Apply(Tensors inputs); }
}

namespace Tensorflow.Keras.Losses
{
    partial interface ILossFunc
    {
        [return: Applies] Tensor Call(Tensor y_true, Tensor y_pred, Tensor sample_weight = null);
    }

    // Call goes by the from_logits of the object, Apply by its own argument (Loss.cs:32-36), but for SparseCategoricalCrossentropy, whose
    // Apply goes by the object, too.
    partial class Loss
    {
        [return: Applies] Tensor Call(Tensor y_true, Tensor y_pred, Tensor sample_weight = null);
        [return: Applies] Tensor Apply(Tensor y_true, Tensor y_pred, bool from_logits = false, int axis = -1);
    }

    partial interface ILossesApi
    {
        // axis is dropped by LossesApi.cs:5-13.
        BinaryCrossentropy BinaryCrossentropy(
            bool from_logits = false, [Ignored] float label_smoothing = 0, [Ignored] int axis = -1, string reduction = "auto",
            string name = "binary_crossentropy");
        CategoricalCrossentropy CategoricalCrossentropy(string reduction = null, string name = null, bool from_logits = false);
        SparseCategoricalCrossentropy SparseCategoricalCrossentropy(string reduction = null, string name = null, bool from_logits = false);
        SigmoidFocalCrossEntropy SigmoidFocalCrossEntropy(
            bool from_logits = false, float alpha = 0.25f, float gamma = 2, string reduction = "none",
            string name = "sigmoid_focal_crossentropy");

        // ---- Losses that ask for no kind ----

        MeanSquaredError MeanSquaredError(string reduction = null, string name = null);
        MeanSquaredLogarithmicError MeanSquaredLogarithmicError(string reduction = null, string name = null);
        MeanAbsoluteError MeanAbsoluteError(string reduction = null, string name = null);
        MeanAbsolutePercentageError MeanAbsolutePercentageError(string reduction = null, string name = null);
        CosineSimilarity CosineSimilarity(string reduction = null, int axis = -1, string name = null);
        Huber Huber(string reduction = null, string name = null, Tensor delta = null);
        LogCosh LogCosh(string reduction = null, string name = null);
    }

    // label_smoothing is stored and never read (BinaryCrossentropy.cs:19-23, CategoricalCrossentropy.cs:19-23).

    partial class BinaryCrossentropy
    {
        BinaryCrossentropy(bool from_logits = false, [Ignored] float label_smoothing = 0, string reduction = null, string name = null);
        [When("from_logits", false, "y_pred", Kind.Probabilities, Link.Sigmoid)]
        [When("from_logits", true, "y_pred", Kind.Logits, Link.Sigmoid)]
        Tensor Call([BinaryLabels, OneHot, Probabilities] Tensor y_true, Tensor y_pred, Tensor sample_weight = null);
    }

    // Without from_logits it divides by the sum first: logits give nonsense, not an error (BackendImpl.cs:290).
    partial class CategoricalCrossentropy
    {
        CategoricalCrossentropy(bool from_logits = false, [Ignored] float label_smoothing = 0, string reduction = null, string name = null);
        [When("from_logits", false, "y_pred", Kind.Probabilities, Link.Softmax)]
        [When("from_logits", true, "y_pred", Kind.Logits, Link.Softmax)]
        Tensor Call([OneHot, Probabilities] Tensor y_true, [ClassAxis(-1)] Tensor y_pred, Tensor sample_weight = null);
    }

    // Without from_logits it clips to [1e-7, 1 - 1e-7] first: negative logits get no gradient (SparseCategoricalCrossentropy.cs:21-39).
    partial class SparseCategoricalCrossentropy
    {
        SparseCategoricalCrossentropy(bool from_logits = false, string reduction = null, string name = null);
        [When("from_logits", false, "y_pred", Kind.Probabilities, Link.Softmax)]
        [When("from_logits", true, "y_pred", Kind.Logits, Link.Softmax)]
        Tensor Call([ClassIndices] Tensor y_true, [ClassAxis(-1)] Tensor y_pred, Tensor sample_weight = null);
    }

    partial class SigmoidFocalCrossEntropy
    {
        SigmoidFocalCrossEntropy(
            bool from_logits = false, float alpha = 0.25f, float gamma = 2, string reduction = "none",
            string name = "sigmoid_focal_crossentropy");
        [When("from_logits", false, "y_pred", Kind.Probabilities, Link.Sigmoid)]
        [When("from_logits", true, "y_pred", Kind.Logits, Link.Sigmoid)]
        Tensor Call([BinaryLabels, OneHot, Probabilities] Tensor y_true, Tensor y_pred, Tensor sample_weight = null);
    }

    // ---- Losses that ask for no kind ----

    partial class MeanSquaredError { Tensor Call(Tensor y_true, Tensor y_pred, Tensor sample_weight = null); }
    partial class MeanSquaredLogarithmicError { Tensor Call(Tensor y_true, Tensor y_pred, Tensor sample_weight = null); }
    partial class MeanAbsoluteError { Tensor Call(Tensor y_true, Tensor y_pred, Tensor sample_weight = null); }
    partial class MeanAbsolutePercentageError { Tensor Call(Tensor y_true, Tensor y_pred, Tensor sample_weight = null); }
    partial class CosineSimilarity { Tensor Call(Tensor y_true, Tensor y_pred, Tensor sample_weight = null); }
    partial class Huber { Tensor Call(Tensor y_true, Tensor y_pred, Tensor sample_weight = null); }
    partial class LogCosh { Tensor Call(Tensor y_true, Tensor y_pred, Tensor sample_weight = null); }
}

namespace Tensorflow.Keras.Metrics
{
    partial interface IMetricFunc
    {
        [return: Applies] Tensor update_state(Tensor y_true, Tensor y_pred, Tensor sample_weight = null);
        Tensor result();
    }

    partial class Metric
    {
        [return: Applies] Tensor update_state(Tensor y_true, Tensor y_pred, Tensor sample_weight = null);
    }

    partial interface IMetricsApi
    {
        // ---- As functions ----

        // Compares with 0.5, always.
        Tensor binary_accuracy([BinaryLabels, OneHot] Tensor y_true, [Probabilities] Tensor y_pred);
        [When("from_logits", false, "y_pred", Kind.Probabilities, Link.Softmax)]
        [When("from_logits", true, "y_pred", Kind.Logits, Link.Softmax)]
        Tensor categorical_crossentropy(
            [OneHot, Probabilities] Tensor y_true, Tensor y_pred, bool from_logits = false, float label_smoothing = 0,
            [ClassAxis] Axis axis = null);
        [When("from_logits", false, "y_pred", Kind.Probabilities, Link.Softmax)]
        [When("from_logits", true, "y_pred", Kind.Logits, Link.Softmax)]
        Tensor sparse_categorical_crossentropy(
            [ClassIndices] Tensor y_true, Tensor y_pred, bool from_logits = false, int? ignore_class = null, [ClassAxis] Axis axis = null);
        // By argmax: any order will do.
        Tensor categorical_accuracy([OneHot, Probabilities] Tensor y_true, Tensor y_pred);
        Tensor sparse_categorical_accuracy([ClassIndices] Tensor y_true, Tensor y_pred);
        Tensor top_k_categorical_accuracy([OneHot, Probabilities] Tensor y_true, Tensor y_pred, int k = 5);
        Tensor mean_absolute_error(Tensor y_true, Tensor y_pred);
        Tensor mean_absolute_percentage_error(Tensor y_true, Tensor y_pred);

        // ---- As objects ----

        // The threshold has no effect: 0.5, always. Its default is written 05f, which is five (IMetricsApi.cs, MetricsApi.cs:82-83).
        BinaryAccuracy BinaryAccuracy(string name = "binary_accuracy", TF_DataType dtype = TF_FLOAT, [Ignored] float threshold = 5);
        CategoricalCrossentropy CategoricalCrossentropy(
            string name = "categorical_crossentropy", TF_DataType dtype = TF_FLOAT, bool from_logits = false, float label_smoothing = 0);
        SparseCategoricalCrossentropy SparseCategoricalCrossentropy(
            string name = "sparse_categorical_crossentropy", TF_DataType dtype = TF_FLOAT, bool from_logits = false);
        Precision Precision(float thresholds = 0.5f, int top_k = 0, int class_id = 0);
        Recall Recall(float thresholds = 0.5f, int top_k = 0, int class_id = 0);
        CategoricalAccuracy CategoricalAccuracy(string name = "categorical_accuracy");
        SparseCategoricalAccuracy SparseCategoricalAccuracy(string name = "sparse_categorical_accuracy");
        TopKCategoricalAccuracy TopKCategoricalAccuracy(int k = 5);
        SparseTopKCategoricalAccuracy SparseTopKCategoricalAccuracy(int k = 5);
        // Equality of the two: labels, not scores.
        Accuracy Accuracy(string name = "accuracy");
        F1Score F1Score(int num_classes, string average = null, float? threshold = null);
        FBetaScore FBetaScore(int num_classes, string average = null, float beta = 0.1f, float? threshold = null);
        HammingLoss HammingLoss(string mode, float? threshold = null);
        CosineSimilarity CosineSimilarity(string name = "cosine_similarity");
    }

    partial class BinaryAccuracy
    {
        BinaryAccuracy(string name = "binary_accuracy", TF_DataType dtype = TF_FLOAT, [Ignored] float threshold = 0.5f);
        Tensor Call([BinaryLabels, OneHot] Tensor y_true, [Probabilities] Tensor y_pred, Tensor sample_weight = null);
    }

    partial class CategoricalCrossentropy
    {
        CategoricalCrossentropy(string name = "categorical_crossentropy", TF_DataType dtype = TF_FLOAT, bool from_logits = false);
        [When("from_logits", false, "y_pred", Kind.Probabilities, Link.Softmax)]
        [When("from_logits", true, "y_pred", Kind.Logits, Link.Softmax)]
        Tensor Call([OneHot, Probabilities] Tensor y_true, [ClassAxis(-1)] Tensor y_pred, Tensor sample_weight = null);
    }

    partial class SparseCategoricalCrossentropy
    {
        SparseCategoricalCrossentropy(
            string name = "sparse_categorical_crossentropy", TF_DataType dtype = TF_FLOAT, bool from_logits = false);
        [When("from_logits", false, "y_pred", Kind.Probabilities, Link.Softmax)]
        [When("from_logits", true, "y_pred", Kind.Logits, Link.Softmax)]
        Tensor Call([ClassIndices] Tensor y_true, [ClassAxis(-1)] Tensor y_pred, Tensor sample_weight = null);
    }

    // A threshold on probabilities, unless the top k are taken.
    partial class Precision
    {
        Precision(float thresholds = 0.5f, int top_k = 0, int class_id = 0);
        [When("top_k", 0, "y_pred", Kind.Probabilities)]
        Tensor Call(Tensor y_true, Tensor y_pred, Tensor sample_weight = null);
    }

    // By constructor the top one is taken, by factory none.
    partial class Recall
    {
        Recall(float thresholds = 0.5f, int top_k = 1, int class_id = 0);
        [When("top_k", 0, "y_pred", Kind.Probabilities)]
        Tensor Call(Tensor y_true, Tensor y_pred, Tensor sample_weight = null);
    }

    partial class CategoricalAccuracy { Tensor Call([OneHot, Probabilities] Tensor y_true, Tensor y_pred, Tensor sample_weight = null); }
    partial class SparseCategoricalAccuracy { Tensor Call([ClassIndices] Tensor y_true, Tensor y_pred, Tensor sample_weight = null); }
    partial class TopKCategoricalAccuracy
    {
        Tensor Call([OneHot, Probabilities] Tensor y_true, Tensor y_pred, Tensor sample_weight = null);
    }
    partial class SparseTopKCategoricalAccuracy { Tensor Call([ClassIndices] Tensor y_true, Tensor y_pred, Tensor sample_weight = null); }
    partial class Accuracy { Tensor Call(Tensor y_true, Tensor y_pred, Tensor sample_weight = null); }
    partial class F1Score { Tensor Call(Tensor y_true, Tensor y_pred, Tensor sample_weight = null); }
    partial class FBetaScore { Tensor Call(Tensor y_true, Tensor y_pred, Tensor sample_weight = null); }
    partial class HammingLoss { Tensor Call(Tensor y_true, Tensor y_pred, Tensor sample_weight = null); }
    partial class CosineSimilarity { Tensor Call(Tensor y_true, Tensor y_pred, Tensor sample_weight = null); }
}
