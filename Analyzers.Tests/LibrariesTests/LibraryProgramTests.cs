using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Logits.Analyzers.Tests.Libraries;

/// <summary>Programs in the style of the libraries' own examples compile against the declarations.</summary>
public class LibraryProgramTests
{
    private const string Classifier = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using TorchSharp;
        using TorchSharp.Modules;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;
        using static TorchSharp.torch.nn.functional;
        using static TorchSharp.torch.utils.data;

        internal class Model : Module<Tensor, Tensor>
        {
            private readonly Module<Tensor, Tensor> conv1 = Conv2d(1, 32, 3);
            private readonly Module<Tensor, Tensor> conv2 = Conv2d(32, 64, kernel_size: 3);
            private readonly Module<Tensor, Tensor> pool1 = MaxPool2d(kernel_size: new long[] { 2, 2 });
            private readonly Module<Tensor, Tensor> flatten1 = Flatten();
            private readonly Module<Tensor, Tensor> logsm = LogSoftmax(1);
            private readonly Sequential head = Sequential(("fc1", Linear(9216, 128)), ("drop", Dropout(0.1)), ("fc2", Linear(128, 10)));
            private readonly Sequential other = Sequential(Linear(2, 3), ReLU(inplace: true), Softmax(dim: 1));
            private readonly ModuleList<Module<Tensor, Tensor>> list = new ModuleList<Module<Tensor, Tensor>>();
            private readonly LSTM lstm = LSTM(3, 4, batchFirst: true);

            public Model(string name, Device? device = null) : base(name)
            {
                RegisterComponents();
                if (device != null && device.type != DeviceType.CPU) this.to(device);
            }

            public override Tensor forward(Tensor input)
            {
                var x = pool1.call(conv2.forward(conv1.call(input)));
                var (output, h, c) = lstm.call(x, null);
                foreach (var module in list) x.add_(module.call(output));
                return logsm.call(head.call(flatten1.call(x)));
            }

            protected override void Dispose(bool disposing)
            {
                if (disposing) conv1.Dispose();
                base.Dispose(disposing);
            }
        }

        internal class Data : Dataset
        {
            public override long Count => 1;

            public override Dictionary<string, Tensor> GetTensor(long index) => new() { ["data"] = rand(3), ["label"] = tensor(1L) };
        }

        internal static class Program
        {
            private static void Main()
            {
                random.manual_seed(1);
                var device = cuda.is_available() ? CUDA : CPU;
                var model = new Model("model", device);
                using var optimizer = optim.Adam(model.parameters(), lr: 1e-3);
                var scheduler = optim.lr_scheduler.StepLR(optimizer, 1, 0.7);
                var loss = CrossEntropyLoss(reduction: Reduction.Sum);
                using (var scope = NewDisposeScope())
                {
                    model.train();
                    foreach (var data in new DataLoader(new Data(), 32, shuffle: true, device: device))
                    {
                        optimizer.zero_grad();
                        Tensor target = data["label"], prediction = model.call(data["data"]);
                        var value = loss.call(prediction, target) + nll_loss(prediction, target)
                            + cross_entropy(prediction, target, label_smoothing: 0.1);
                        value.backward();
                        nn.utils.clip_grad_norm_(model.parameters(), 0.5);
                        optimizer.step();
                    }

                    scheduler.step();
                }

                model.eval();
                using (no_grad())
                using (torch.inference_mode())
                {
                    Tensor x = randn(8, 10, device: device), target = randint(0, 10, new long[] { 8 });
                    var correct = x.argmax(1).eq(target).sum().ToInt32();
                    var accuracy = (x.argmax(1) == target).to(float32).mean().item<float>();
                    float[] raw = softmax(x, 1).data<float>().ToArray();
                    var positive = torch.sigmoid(x) > 0.5;
                    var arithmetic = -log_softmax(x, dim: 1) * 2.0f / 3 + 1L - (1 - x);
                    var (top, indexes) = x.topk(5);
                    var parts = new[] { x[.., 1], x[TensorIndex.Colon, TensorIndex.Slice(0, 2)], x[0, 1], x[target] };
                    var (largest, at) = torch.max(x, 1);
                    var chosen = torch.where(x > 0.5, 1.0, 0.0);
                    var joined = stack(new[] { torch.cat(new[] { x, x }, 1) });
                    var distribution = torch.distributions.Categorical(logits: x);
                    var sampled = distribution.log_prob(distribution.sample());
                    var criterion = new BCEWithLogitsLoss();
                    var weighted = BCEWithLogitsLoss(pos_weights: ones(3)).to(device).call(x, one_hot(target, 10).@float());
                    var perturbed = x + 0.1 * x.requires_grad_(true).grad!.sign();
                    var resnet = torchvision.models.resnet18(num_classes: 10).call(x);
                    var digits = torchvision.datasets.MNIST("data", true);
                    var shape = x.view(-1, 3).reshape(1, -1).squeeze().unsqueeze(0).flatten(1).transpose(0, 1).permute(0, 1).t();
                    var safe = x.clamp(1e-7, 1 - 1e-7).log().neg();
                    var special = torch.special.expit(x) + torch.special.log_softmax(x, 1);
                    var single = (float)x[0, 0];
                    model.save("model.dat");
                }
            }
        }
        """;

    private const string OldDelegates = """
        using TorchSharp;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;
        using static TorchSharp.torch.nn.functional;

        class Net : Module
        {
            Module head = Linear(16, 4), act = LogSoftmax(dimension: 1);
            public Net() : base("net") { RegisterComponents(); }
            public override Tensor forward(Tensor t) => act.forward(head.forward(t));
        }

        static class Run
        {
            static readonly Loss criterion = nn.functional.binary_cross_entropy_with_logits_loss();

            static Tensor Step(Net net, Tensor x, Tensor y)
            {
                Loss loss = nll_loss(reduction: Reduction.Mean);
                criterion(x, y).backward();
                var direct = cross_entropy_loss()(x, y) + kl_div_loss(logTarget: false)(x, y);
                var sums = torch.cumsum(x, dimension: 0);
                var probabilities = functional.Sigmoid(x) * 2 + functional.softmax(x, 1);
                return loss(net.forward(x), y);
            }

            static void Main() { }
        }
        """;

    private const string WithoutCall = """
        using TorchSharp;
        using TorchSharp.Modules;
        using F = TorchSharp.torch.nn.functional;
        using static TorchSharp.torch;
        using static TorchSharp.torch.nn;

        class Net : Module<Tensor, Tensor>
        {
            readonly Module<Tensor, Tensor> head = Linear(16, 4);
            public Net() : base("net") { RegisterComponents(); }
            public override Tensor forward(Tensor t) => functional.log_softmax(head.forward(t), dim: 1);
        }

        static class Run
        {
            static Tensor Step(Net net, Tensor x, Tensor y)
            {
                NLLLoss loss = NLLLoss(reduction: Reduction.Mean);
                Loss<Tensor, Tensor, Tensor> other = new BCELoss().to(CPU);
                var probabilities = F.Sigmoid(x) + F.softmax(x: x, dim: 1);
                var direct = F.cross_entropy(x, y) + other.forward(probabilities, y);
                return loss.forward(net.forward(x), y);
            }

            static void Main() { }
        }
        """;

    private const string KerasPrograms = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using Tensorflow;
        using Tensorflow.Keras;
        using Tensorflow.Keras.ArgsDefinition;
        using Tensorflow.Keras.Engine;
        using Tensorflow.Keras.Losses;
        using Tensorflow.NumPy;
        using static Tensorflow.Binding;
        using static Tensorflow.KerasApi;

        public class ConvNetArgs : ModelArgs
        {
            public int NumClasses { get; set; }
        }

        public class ConvNet : Model
        {
            private readonly ILayer conv, output;

            public ConvNet(ConvNetArgs args) : base(args)
            {
                conv = keras.layers.Conv2D(32, kernel_size: 5, activation: keras.activations.Relu);
                output = keras.layers.Dense(args.NumClasses);
                StackLayers(conv, output);
            }

            protected override Tensors Call(
                Tensors inputs, Tensors state = null!, bool? training = null, Tensorflow.Common.Types.IOptionalArgs? optional_args = null)
            {
                inputs = output.Apply(conv.Apply(inputs));
                if (!training.HasValue || !training.Value) inputs = tf.nn.softmax(inputs);
                return inputs;
            }
        }

        internal static class Program
        {
            private static void Main()
            {
                var layers = keras.layers;
                var inputs = keras.Input(shape: (32, 32, 3), name: "img");
                var x = layers.Conv2D(32, 3, activation: "relu").Apply(inputs);
                x = layers.Dropout(0.5f).Apply(layers.Flatten().Apply(layers.MaxPooling2D(3).Apply(x)));
                var model = keras.Model(inputs, layers.Dense(10).Apply(x), name: "toy");
                model.compile(
                    optimizer: keras.optimizers.RMSprop(1e-3f),
                    loss: keras.losses.SparseCategoricalCrossentropy(from_logits: true),
                    metrics: new[] { "acc" });
                var ((x_train, y_train), (x_test, y_test)) = keras.datasets.cifar10.load_data();
                x_train = x_train / 255.0f;
                model.fit(x_train[new Slice(0, 2000)], y_train, batch_size: 64, epochs: 10, validation_split: 0.2f);
                model.evaluate(x_test, y_test, verbose: 2);
                Tensor scores = model.predict(x_test);

                var sequential = keras.Sequential();
                sequential.add(layers.Dense(3, activation: "softmax"));
                sequential.compile("adam", "mse", new[] { "accuracy" });
                var listed = keras.Sequential(new List<ILayer> { layers.Rescaling(1.0f / 255, input_shape: (1, 2, 3)), layers.Softmax(-1) });
                var listed2 = keras.Sequential(layers.Dense(2), layers.Softmax());

                var W = tf.Variable(tf.ones((784, 10)), name: "weight");
                var b = tf.Variable(tf.zeros(10));
                using (var g = tf.GradientTape())
                {
                    var p = tf.nn.softmax(tf.matmul(scores, W.AsTensor()) + b.AsTensor());
                    var value = tf.reduce_mean(-tf.reduce_sum(scores * tf.math.log(p), 1));
                    keras.optimizers.SGD(0.1f).apply_gradients(zip(g.gradient(value, (W, b)), (W, b)));
                }

                var cross = tf.nn.sparse_softmax_cross_entropy_with_logits(labels: tf.cast(scores, tf.int64), logits: scores);
                var best = tf.equal(tf.math.argmax(scores, 1), tf.arg_max(scores, 1));
                Tensor above = scores > 0.5f, row = scores[0], cell = scores[":", "0"], rest = 1 - scores;
                float number = (float)tf.constant(1.0f);
                var categorical = keras.losses.CategoricalCrossentropy(from_logits: true).Call(scores, scores);
                var binary = new BinaryCrossentropy(from_logits: true);
                var backend = keras.backend.categorical_crossentropy(scores, scores, from_logits: true);
                NDArray array = np.array(new float[,] { { 1, 2 }, { 3, 4 } });
                var manual = np.exp(array) / np.sum(np.exp(array));
                var data = tf.data.Dataset.from_tensor_slices(x_train, y_train).repeat().shuffle(5000).batch(256).prefetch(1).take(10);
                foreach (var (step, (batch_x, batch_y)) in enumerate(data, 1))
                {
                    var predicted = new ConvNet(new ConvNetArgs { NumClasses = 10 }).Apply(batch_x, training: true);
                    print($"step: {step}, {tf.sigmoid(predicted)}");
                }

                Tensors many = scores;
                Tensor one = many;
                var reloaded = keras.models.load_model("path");
            }
        }
        """;

    public static TheoryData<string, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, bool>();
            foreach (string group in new[] { "TorchSharp", "TorchSharpE1", "TorchSharpE2", "Keras" })
            {
                cases.Add(group, true);
                cases.Add(group, false);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Program_compiles_with_sources_and_with_a_reference(string group, bool asSources)
    {
        (string program, ImmutableArray<(string Name, string Text)> sources, MetadataReference reference) = group switch
        {
            "TorchSharp" => (Classifier, LibrarySources.TorchSharp, LibrarySources.TorchSharpReference),
            "TorchSharpE1" => (OldDelegates, LibrarySources.TorchSharpE1, LibrarySources.TorchSharpE1Reference),
            "TorchSharpE2" => (WithoutCall, LibrarySources.TorchSharpE2, LibrarySources.TorchSharpE2Reference),
            "Keras" => (KerasPrograms, LibrarySources.Keras, LibrarySources.KerasReference),
            _ => throw new ArgumentOutOfRangeException(nameof(group)),
        };
        ImmutableArray<(string Name, string Text)> texts = [("Program.cs", program)];
        ImmutableArray<MetadataReference> references = LibrarySources.FrameworkReferences;
        CSharpCompilation compilation = LibrarySources
            .CreateCompilation("Program", asSources ? texts.AddRange(sources) : texts, asSources ? references : references.Add(reference))
            .WithOptions(new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));

        Assert.Equal([], compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }

    [Theory]
    [InlineData("TorchSharp", "TorchSharp.torch+Tensor")]
    [InlineData("Tensorflow.Keras", "Tensorflow.Keras.KerasInterface")]
    public void Reference_has_the_name_of_the_real_assembly(string assemblyName, string typeName)
    {
        MetadataReference reference = assemblyName == "TorchSharp" ? LibrarySources.TorchSharpReference : LibrarySources.KerasReference;
        CSharpCompilation compilation = LibrarySources.CreateCompilation("Program", [], LibrarySources.FrameworkReferences.Add(reference));

        INamedTypeSymbol? type = compilation.GetTypeByMetadataName(typeName);

        Assert.NotNull(type);
        Assert.Equal(assemblyName, type.ContainingAssembly.Name);
    }
}
