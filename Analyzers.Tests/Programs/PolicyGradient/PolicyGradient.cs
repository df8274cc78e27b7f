using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Examples;

/// <summary>Actor and critic: sampling from logits, a value head, Q-values that are compared.</summary>
internal sealed class ActorCritic
{
    private readonly Module<Tensor, Tensor> _actor = Sequential(Linear(4, 64), Tanh(), /*@tail-layer Logits Softmax field sampler*/ Linear(64, 2));
    private readonly Module<Tensor, Tensor> _critic = Sequential(Linear(4, 64), Tanh(), Linear(64, 1));
    private readonly Module<Tensor, Tensor> _target = Sequential(Linear(4, 64), ReLU(), Linear(64, 2));
    private readonly Random _random = new();

    public (int Action, Tensor LogProbability) Act(Tensor state)
    {
        var logits = _actor.call(state);
        var distribution = /*@loss Logits Softmax field*/ distributions.Categorical(logits: logits);
        var action = distribution.sample();
        return ((int)action.item<long>(), distribution.log_prob(action));
    }

    public long Greedy(Tensor state, double epsilon)
    {
        if (_random.NextDouble() > epsilon)
        {
            return _target.call(state).argmax(1).item<long>();
        }

        var probabilities = /*@tail Probabilities Softmax same-member sampler*/ functional.softmax(_actor.call(state), -1);
        return /*@loss Probabilities Softmax same-member*/ torch.multinomial(probabilities, 1).item<long>();
    }

    public Tensor Loss(Tensor states, Tensor actions, Tensor returns)
    {
        var values = _critic.call(states).squeeze(-1);
        var advantage = returns - values.detach();
        var logProbabilities = functional.log_softmax(_actor.call(states), -1);
        var chosen = logProbabilities.gather(1, actions.unsqueeze(1)).squeeze(1);
        var entropy = -(logProbabilities.exp() * logProbabilities).sum(1).mean();
        return -(chosen * advantage).mean() + 0.5 * functional.mse_loss(values, returns) - 0.01 * entropy;
    }

    public bool IsPromising(Tensor state) => _critic.call(state).item<float>() > 0.5f;

    public Tensor Bootstrap(Tensor states, Tensor rewards)
    {
        var first = _target.call(states);
        var second = _critic.call(states);
        return rewards + 0.99 * torch.minimum(first.max(1).values, second.squeeze(1));
    }
}
