using System.Collections.Immutable;
using Logits.Analyzers.Tests.Programs;

namespace Logits.Analyzers.Tests.Mutation;

/// <summary>Right training steps inside one member: the model in a local, a field, a Sequential or a plain function.</summary>
internal static class TrainingSteps
{
    public static ImmutableArray<TestProgram> All { get; } =
    [
        Torch("functional, multiclass", "void Step(Tensor x, Tensor y) { var fc = Linear(20, 5); var output = /*@tail Logits Softmax same-member*/ fc.call(x); var loss = /*@loss Logits Softmax same-member*/ functional.cross_entropy(output, y); loss.backward(); }"),
        Torch("functional, binary", "void Step(Tensor x, Tensor y) { var fc = Linear(20, 5); var output = /*@tail Logits Sigmoid same-member*/ fc.call(x); var loss = /*@loss Logits Sigmoid same-member*/ functional.binary_cross_entropy_with_logits(output, y); loss.backward(); }"),
        Torch("functional, log-likelihood", "void Step(Tensor x, Tensor y) { var fc = Linear(20, 5); var output = /*@tail LogProbabilities Softmax same-member*/ functional.log_softmax(fc.call(x), 1); var loss = /*@loss LogProbabilities Softmax same-member*/ functional.nll_loss(output, y); loss.backward(); }"),
        Torch("functional, probabilities", "void Step(Tensor x, Tensor y) { var fc = Linear(20, 5); var output = /*@tail Probabilities Sigmoid same-member*/ torch.sigmoid(fc.call(x)); var loss = /*@loss Probabilities Sigmoid same-member*/ functional.binary_cross_entropy(output, y); loss.backward(); }"),
        Torch("Sequential, multiclass", "void Step(Tensor x, Tensor y) { var model = Sequential(Linear(20, 9), ReLU(), /*@tail-layer Logits Softmax same-member*/ Linear(9, 5)); var output = model.call(x); var loss = /*@loss Logits Softmax same-member*/ CrossEntropyLoss().call(output, y); loss.backward(); }"),
        Torch("Sequential, named layers", "void Step(Tensor x, Tensor y) { var model = Sequential((\"hidden\", Linear(20, 9)), (\"relu\", ReLU()), (\"output\", /*@tail-layer Logits Sigmoid same-member*/ Linear(9, 5))); var output = model.forward(x); var loss = /*@loss Logits Sigmoid same-member*/ BCEWithLogitsLoss().forward(output, y); loss.backward(); }"),
        Torch("Sequential, log-likelihood", "void Step(Tensor x, Tensor y) { var model = Sequential(Linear(20, 9), ReLU(), Linear(9, 5), /*@tail-layer LogProbabilities Softmax same-member*/ LogSoftmax(1)); var output = model.call(x); var loss = /*@loss LogProbabilities Softmax same-member*/ NLLLoss().call(output, y); loss.backward(); }"),
        Torch("Sequential, probabilities", "void Step(Tensor x, Tensor y) { var model = Sequential(Linear(20, 9), ReLU(), Linear(9, 5), /*@tail-layer Probabilities Sigmoid same-member*/ Sigmoid()); var output = model.call(x); var loss = /*@loss Probabilities Sigmoid same-member*/ BCELoss().call(output, y); loss.backward(); }"),
        Torch("fields, multiclass", "readonly Module<Tensor, Tensor> _model = Sequential(Linear(20, 9), Tanh(), /*@tail-layer Logits Softmax field*/ Linear(9, 5)); readonly Loss<Tensor, Tensor, Tensor> _loss = /*@loss Logits Softmax field*/ CrossEntropyLoss(); float Step(Tensor x, Tensor y) { var output = _model.call(x); var loss = _loss.call(output, y); loss.backward(); return loss.item<float>(); }"),
        Torch("fields, log-likelihood", "private readonly Linear _fc; private readonly Loss<Tensor, Tensor, Tensor> _loss; public C() { _fc = Linear(20, 5); _loss = /*@loss LogProbabilities Softmax field*/ NLLLoss(); } void Step(Tensor x, Tensor y) { var output = /*@tail LogProbabilities Softmax field*/ functional.log_softmax(_fc.call(x), 1); var loss = _loss.forward(output, y); loss.backward(); }"),
        Torch("loop over batches", "void Fit(IEnumerable<(Tensor, Tensor)> data) { var model = Sequential(Linear(20, 9), ReLU(), /*@tail-layer Logits Softmax same-member*/ Linear(9, 5)); var criterion = /*@loss Logits Softmax same-member*/ CrossEntropyLoss(); foreach (var (x, y) in data) { using var scope = NewDisposeScope(); var output = model.call(x.view(-1, 20)); var loss = criterion.call(output, y); loss.backward(); } }"),
        Torch("lambda", "void Fit(Tensor x, Tensor y) { var fc = Linear(20, 5); Action step = () => { var output = /*@tail Logits Sigmoid same-member*/ fc.call(x); var loss = /*@loss Logits Sigmoid same-member*/ functional.binary_cross_entropy_with_logits(output, y); loss.backward(); }; step(); }"),
        Keras("list, multiclass", "var model = keras.Sequential(new List<ILayer> { keras.layers.Dense(9, activation: \"relu\"), /*@tail-layer Logits Softmax same-member*/ keras.layers.Dense(5) }); model.compile(keras.optimizers.Adam(), /*@loss Logits Softmax same-member*/ keras.losses.SparseCategoricalCrossentropy(from_logits: true), new[] { \"accuracy\" });"),
        Keras("params, probabilities", "var model = keras.Sequential(keras.layers.Dense(9, activation: \"relu\"), /*@tail-layer Probabilities Softmax same-member*/ keras.layers.Dense(5, activation: \"softmax\")); model.compile(keras.optimizers.Adam(), /*@loss Probabilities Softmax same-member*/ keras.losses.CategoricalCrossentropy(from_logits: false), new[] { \"accuracy\" });"),
        Keras("add, binary", "var model = keras.Sequential(); model.add(keras.layers.Dense(9, activation: \"relu\")); model.add(/*@tail-layer Probabilities Sigmoid same-member*/ keras.layers.Dense(5, activation: \"sigmoid\")); var loss = /*@loss Probabilities Sigmoid same-member*/ keras.losses.BinaryCrossentropy(from_logits: false); model.compile(keras.optimizers.Adam(), loss, new[] { \"accuracy\" });"),
        Keras("functional, binary", "var inputs = keras.Input(shape: 20); var hidden = keras.layers.Dense(9, activation: \"relu\").Apply(inputs); var outputs = /*@tail-layer Logits Sigmoid same-member*/ keras.layers.Dense(5).Apply(hidden); var model = keras.Model(inputs, outputs); model.compile(keras.optimizers.Adam(), /*@loss Logits Sigmoid same-member*/ keras.losses.BinaryCrossentropy(from_logits: true), new[] { \"accuracy\" });"),
    ];

    private static TestProgram Torch(string name, string members) => TestProgram.Of(name, Analysis.TorchSharpUsings + $"class C {{ {members} }}");

    private static TestProgram Keras(string name, string body) => TestProgram.Of(name, Analysis.KerasUsings + $"class C {{ void Build() {{ {body} }} }}");
}
