using System;
using System.Collections.Generic;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ReviewSentiment;

/// <summary>Two models of the same reviews: stars, and whether anybody found the review useful.</summary>
internal sealed class Session
{
    private readonly SentimentModel _stars = new(vocabulary: 20000, hidden: 128);
    private readonly UsefulModel _useful = new(20000);

    public void Train(IEnumerable<(Tensor Words, Tensor Stars, Tensor Useful)> reviews)
    {
        _stars.train();
        var starsLoss = CrossEntropyLoss(ignore_index: -1);
        var usefulLoss = /*@loss Logits Sigmoid class*/ BCEWithLogitsLoss();
        using var optimizer = optim.Adam([.. _stars.parameters(), .. _useful.parameters()]);
        foreach (var (words, stars, useful) in reviews)
        {
            optimizer.zero_grad();
            var loss = starsLoss.call(_stars.call(words), stars) + usefulLoss.call(_useful.call(words), useful);
            loss.backward();
            optimizer.step();
        }
    }

    public void Show(Tensor words)
    {
        _stars.eval();
        using var quiet = no_grad();
        var probabilities = _stars.call(words);
        var expected = (probabilities * arange(1, 6)).sum(1);
        Console.WriteLine($"{expected.item<float>():F1} stars; five with {probabilities[0, 4].item<float>():P0}");
        Console.WriteLine($"decided by word {_stars.Weights.squeeze(-1).argmax(1).item<long>()}; useful: {_useful.Probability(words).item<float>():P0}");
    }

    private sealed class UsefulModel : Module<Tensor, Tensor>
    {
        private readonly Embedding _embedding;
        private readonly GRU _rnn;
        private readonly Linear _output;

        public UsefulModel(long vocabulary)
            : base("useful")
        {
            _embedding = Embedding(vocabulary, 50);
            _rnn = GRU(50, 64, batchFirst: true);
            _output = Linear(64, 1);
            RegisterComponents();
        }

        public override Tensor forward(Tensor words)
        {
            var (outputs, _) = _rnn.call(_embedding.call(words));
            return /*@tail Logits Sigmoid class*/ _output.call(outputs.select(1, -1)).squeeze(1);
        }

        public Tensor Probability(Tensor words) => call(words).sigmoid();
    }

    private static void Main()
    {
        var session = new Session();
        session.Train([(randint(20000, [16, 40]), randint(5, [16]), rand(16).round())]);
        session.Show(randint(20000, [1, 40]));
    }
}
