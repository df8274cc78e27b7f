using System.Collections.Generic;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace AnswerRanking;

/// <summary>One way of teaching the encoder.</summary>
public interface ITask
{
    IEnumerable<TorchSharp.Modules.Parameter> Parameters { get; }

    Tensor Loss();
}

public sealed class RankingTask(Reranker model, (Tensor Good, Tensor Bad) pairs) : ITask
{
    public IEnumerable<TorchSharp.Modules.Parameter> Parameters => model.parameters();

    public Tensor Loss()
    {
        var (good, bad) = (model.call(pairs.Good), model.call(pairs.Bad));

        // Silence: differences of preferences
        var ranked = functional.margin_ranking_loss(good, bad, ones_like(good), margin: 0.5);
        return ranked - functional.logsigmoid(good - bad).mean();
    }
}

public sealed class ChoiceTask(MultipleChoice model, Tensor choices, Tensor answer) : ITask
{
    private readonly Loss<Tensor, Tensor, Tensor> _loss = /*@loss Logits Softmax other-file reshaped*/ CrossEntropyLoss();

    public IEnumerable<TorchSharp.Modules.Parameter> Parameters => model.parameters();

    public Tensor Loss() => _loss.call(model.call(choices), answer);
}

public sealed class SpanTask(SpanReader model, Tensor tokens, Tensor padding, (Tensor Start, Tensor End) answer) : ITask
{
    public IEnumerable<TorchSharp.Modules.Parameter> Parameters => model.parameters();

    public Tensor Loss()
    {
        var (start, end) = model.call(tokens, padding);
        return (functional.cross_entropy(start, answer.Start) + functional.cross_entropy(end, answer.End)) / 2;
    }
}
