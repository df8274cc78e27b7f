using System.Collections.Immutable;

namespace Logits.Analyzers.Tests.Mutation;

/// <summary>A right training step inside one member, and what its prediction is.</summary>
/// <param name="Kind">Logits, LogProbabilities or Probabilities.</param>
/// <param name="Link">Softmax or Sigmoid: the task.</param>
internal sealed record TrainingStep(string Name, bool IsKeras, string Kind, string Link, string Source);

/// <summary>The programs that the mutation operators are applied to: the model in a local, a field, a Sequential or a plain function.</summary>
internal static class TrainingSteps
{
    public static ImmutableArray<TrainingStep> All { get; } =
    [
        Torch("functional, multiclass", "Logits", "Softmax", "void Step(Tensor x, Tensor y) { var fc = Linear(20, 5); var output = fc.call(x); var loss = functional.cross_entropy(output, y); loss.backward(); }"),
        Torch("functional, binary", "Logits", "Sigmoid", "void Step(Tensor x, Tensor y) { var fc = Linear(20, 5); var output = fc.call(x); var loss = functional.binary_cross_entropy_with_logits(output, y); loss.backward(); }"),
        Torch("functional, log-likelihood", "LogProbabilities", "Softmax", "void Step(Tensor x, Tensor y) { var fc = Linear(20, 5); var output = functional.log_softmax(fc.call(x), 1); var loss = functional.nll_loss(output, y); loss.backward(); }"),
        Torch("functional, probabilities", "Probabilities", "Sigmoid", "void Step(Tensor x, Tensor y) { var fc = Linear(20, 5); var output = torch.sigmoid(fc.call(x)); var loss = functional.binary_cross_entropy(output, y); loss.backward(); }"),
        Torch("Sequential, multiclass", "Logits", "Softmax", "void Step(Tensor x, Tensor y) { var model = Sequential(Linear(20, 9), ReLU(), Linear(9, 5)); var output = model.call(x); var loss = CrossEntropyLoss().call(output, y); loss.backward(); }"),
        Torch("Sequential, named layers", "Logits", "Sigmoid", "void Step(Tensor x, Tensor y) { var model = Sequential((\"hidden\", Linear(20, 9)), (\"relu\", ReLU()), (\"output\", Linear(9, 5))); var output = model.forward(x); var loss = BCEWithLogitsLoss().forward(output, y); loss.backward(); }"),
        Torch("Sequential, log-likelihood", "LogProbabilities", "Softmax", "void Step(Tensor x, Tensor y) { var model = Sequential(Linear(20, 9), ReLU(), Linear(9, 5), LogSoftmax(1)); var output = model.call(x); var loss = NLLLoss().call(output, y); loss.backward(); }"),
        Torch("Sequential, probabilities", "Probabilities", "Sigmoid", "void Step(Tensor x, Tensor y) { var model = Sequential(Linear(20, 9), ReLU(), Linear(9, 5), Sigmoid()); var output = model.call(x); var loss = BCELoss().call(output, y); loss.backward(); }"),
        Torch("fields, multiclass", "Logits", "Softmax", "readonly Module<Tensor, Tensor> _model = Sequential(Linear(20, 9), Tanh(), Linear(9, 5)); readonly Loss<Tensor, Tensor, Tensor> _loss = CrossEntropyLoss(); float Step(Tensor x, Tensor y) { var output = _model.call(x); var loss = _loss.call(output, y); loss.backward(); return loss.item<float>(); }"),
        Torch("fields, log-likelihood", "LogProbabilities", "Softmax", "private readonly Linear _fc; private readonly Loss<Tensor, Tensor, Tensor> _loss; public C() { _fc = Linear(20, 5); _loss = NLLLoss(); } void Step(Tensor x, Tensor y) { var output = functional.log_softmax(_fc.call(x), 1); var loss = _loss.forward(output, y); loss.backward(); }"),
        Torch("loop over batches", "Logits", "Softmax", "void Fit(IEnumerable<(Tensor, Tensor)> data) { var model = Sequential(Linear(20, 9), ReLU(), Linear(9, 5)); var criterion = CrossEntropyLoss(); foreach (var (x, y) in data) { using var scope = NewDisposeScope(); var output = model.call(x.view(-1, 20)); var loss = criterion.call(output, y); loss.backward(); } }"),
        Torch("lambda", "Logits", "Sigmoid", "void Fit(Tensor x, Tensor y) { var fc = Linear(20, 5); Action step = () => { var output = fc.call(x); var loss = functional.binary_cross_entropy_with_logits(output, y); loss.backward(); }; step(); }"),
        Keras("list, multiclass", "Logits", "Softmax", "var model = keras.Sequential(new List<ILayer> { keras.layers.Dense(9, activation: \"relu\"), keras.layers.Dense(5) }); model.compile(keras.optimizers.Adam(), keras.losses.SparseCategoricalCrossentropy(from_logits: true), new[] { \"accuracy\" });"),
        Keras("params, probabilities", "Probabilities", "Softmax", "var model = keras.Sequential(keras.layers.Dense(9, activation: \"relu\"), keras.layers.Dense(5, activation: \"softmax\")); model.compile(keras.optimizers.Adam(), keras.losses.CategoricalCrossentropy(from_logits: false), new[] { \"accuracy\" });"),
        Keras("add, binary", "Probabilities", "Sigmoid", "var model = keras.Sequential(); model.add(keras.layers.Dense(9, activation: \"relu\")); model.add(keras.layers.Dense(5, activation: \"sigmoid\")); var loss = keras.losses.BinaryCrossentropy(from_logits: false); model.compile(keras.optimizers.Adam(), loss, new[] { \"accuracy\" });"),
        Keras("functional, binary", "Logits", "Sigmoid", "var inputs = keras.Input(shape: 20); var hidden = keras.layers.Dense(9, activation: \"relu\").Apply(inputs); var outputs = keras.layers.Dense(5).Apply(hidden); var model = keras.Model(inputs, outputs); model.compile(keras.optimizers.Adam(), keras.losses.BinaryCrossentropy(from_logits: true), new[] { \"accuracy\" });"),
    ];

    private static TrainingStep Torch(string name, string kind, string link, string members)
        => new(name, false, kind, link, Analysis.TorchSharpUsings + $"class C {{ {members} }}");

    private static TrainingStep Keras(string name, string kind, string link, string body)
        => new(name, true, kind, link, Analysis.KerasUsings + $"class C {{ void Build() {{ {body} }} }}");
}
