using System;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Examples;

/// <summary>Words to log-probabilities of the next word, and the state to go on with.</summary>
public class RecurrentModel : Module<Tensor, Tensor, (Tensor output, Tensor hidden)>
{
    private Modules.Dropout drop;
    private Modules.Embedding encoder;
    private Modules.Linear decoder;
    private Modules.GRU gru;
    private Modules.LSTM lstm;
    private string kind;
    private long hiddenSize;
    private long layers;

    public RecurrentModel(string kind, long tokens, long inputSize, long hiddenSize, long layers, double dropout = 0.5) : base("RecurrentModel")
    {
        this.kind = kind;
        this.hiddenSize = hiddenSize;
        this.layers = layers;
        drop = Dropout(dropout);
        encoder = Embedding(tokens, inputSize);
        switch (kind)
        {
            case "LSTM":
                lstm = LSTM(inputSize, hiddenSize, numLayers: layers, dropout: dropout);
                break;
            case "GRU":
                gru = GRU(inputSize, hiddenSize, numLayers: layers, dropout: dropout);
                break;
            default:
                throw new ArgumentException($"Invalid model type: '{kind}'");
        }

        decoder = Linear(hiddenSize, tokens);
        init.uniform_(encoder.weight, -0.1, 0.1);
        init.uniform_(decoder.weight, -0.1, 0.1);
        RegisterComponents();
    }

    public override (Tensor output, Tensor hidden) forward(Tensor input, Tensor hidden)
    {
        var embedded = drop.forward(encoder.forward(input));
        Tensor output;
        if (kind == "LSTM")
        {
            var h = hidden[TensorIndex.Slice(0, layers)];
            var c = hidden[TensorIndex.Slice(layers, null)];
            var (result, lastH, lastC) = lstm.forward(embedded, (h, c));
            output = result;
            hidden = cat(new[] { lastH, lastC }, dim: 0);
        }
        else
        {
            (output, hidden) = gru.forward(embedded, hidden);
        }

        var decoded = decoder.forward(drop.forward(output));
        decoded = decoded.view(-1, decoded.shape[decoded.dim() - 1]);
        return (/*@tail LogProbabilities Softmax other-file*/ functional.log_softmax(decoded, dim: 1), hidden);
    }

    public Tensor InitialState(long batchSize, Device device)
        => kind == "LSTM" ? zeros(2 * layers, batchSize, hiddenSize, device: device) : zeros(layers, batchSize, hiddenSize, device: device);
}
