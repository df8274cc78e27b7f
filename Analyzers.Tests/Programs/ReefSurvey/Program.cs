using System;
using ReefSurvey;
using TorchSharp;
using static TorchSharp.torch;

Services.Add<IObjective>(() => new RawObjective());
Services.Add(() => nn.Sequential(nn.Linear(30, 12)));

var sketch = Services.Get<TorchSharp.Modules.Sequential>();
var scores = nn.Linear(30, 12);

// Which objective this is nobody knows here
var objective = Services.Get<IObjective>();
objective.Cost(scores.call(rand(4, 30)), randint(12, [4])).backward();
objective.Cost(sketch.call(rand(4, 30)), randint(12, [4])).backward();

var raw = new RawObjective();
var named = nn.Sequential(nn.Linear(30, 20), nn.GELU(), /*@tail-layer Logits Softmax other-file*/ nn.Linear(20, 12));
raw.Cost(named.call(rand(4, 30)), randint(12, [4])).backward();

IObjective normalised = new NormalisedObjective();
var output = nn.Linear(30, 12).call(rand(4, 30));
normalised.Cost(/*@tail LogProbabilities Softmax other-file*/ nn.functional.log_softmax(output, 1), randint(12, [4])).backward();

var coral = new CoralNet();
Console.WriteLine(coral.call(rand(1, 3, 32, 32)).max().item<float>() > 0.5f);
nn.functional.cross_entropy(coral.Retarget(12).call(rand(4, 3, 32, 32)), randint(12, [4])).backward();
