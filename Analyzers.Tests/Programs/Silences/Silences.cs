using System;
using System.Collections.Generic;
using System.Linq;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Examples;

/// <summary>What looks like a pitfall and is right, as it stands in programs.</summary>
internal sealed class Silences
{
    Linear fc = Linear(10, 5); Module<Tensor,Tensor> net = Sequential(Linear(3, 4));
    void Inference(Tensor x, Tensor y) { var o = net.call(x); var l = functional.cross_entropy(o, y); var p = functional.softmax(o, 1); Console.WriteLine(p); var acc = o.argmax(1).eq(y).sum(); }
    Tensor Focal(Tensor x, Tensor t) { var p = torch.sigmoid(x); var bce = functional.binary_cross_entropy_with_logits(x, t, reduction: Reduction.None); var pt = p * t + (1 - p) * (1 - t); return (bce * (1 - pt).pow(2)).mean(); }
    Tensor Attn(Tensor q, Tensor k, Tensor v) { var s = torch.matmul(q, k.transpose(-2, -1)) / Math.Sqrt(64); var a = functional.softmax(s, -1); return torch.matmul(a, v); }
    Tensor Gate(Tensor x) { var g = torch.sigmoid(fc.call(x)); var h = torch.tanh(fc.call(x)); return functional.cross_entropy(fc.call(g * h), x); }
    Tensor Distil(Tensor s, Tensor t, float T) { return functional.kl_div(functional.log_softmax(s / T, 1), functional.softmax(t / T, 1), log_target: false) * T * T; }
    Tensor Clip(Tensor a, Tensor b) { var sim = torch.matmul(a, b.t()) / 0.07; var lab = torch.arange(a.shape[0]); return (functional.cross_entropy(sim, lab) + functional.cross_entropy(sim.t(), lab)) / 2; }
    Tensor Pg(Tensor x, Tensor a, Tensor r) { var d = torch.distributions.Categorical(logits: fc.call(x)); return -(d.log_prob(a) * r).mean() - 0.01 * d.entropy().mean(); }
    Tensor Ent(Tensor x) { return -(functional.softmax(x, 1) * functional.log_softmax(x, 1)).sum(1).mean(); }
    Tensor Ctc(Tensor x, Tensor t, Tensor il, Tensor tl) { return functional.ctc_loss(functional.log_softmax(x, 2), t, il, tl); }
    Tensor Multi(Tensor x, Tensor t) { var m = Sequential(Linear(10, 20), Sigmoid()); return BCELoss().call(m.call(x), t); }
    Tensor Gan(Tensor x, Tensor z) { var D = Sequential(Linear(10, 1)); var l = functional.relu(1 - D.call(x)).mean() + functional.relu(1 + D.call(z)).mean(); return l; }
    Tensor Brier(Tensor x, Tensor t) { return functional.mse_loss(functional.softmax(fc.call(x), 1), t); }
    void Q(Tensor s) { var q1 = Linear(4, 2); var q2 = Linear(4, 2); var m = torch.minimum(q1.call(s), q2.call(s)); var a = q1.call(s).argmax(1); if (q1.call(s).max().item<float>() > 0.5) { } }
    Tensor Pool(Tensor tok) { var w = functional.softmax(Linear(16, 1).call(tok), 1); return (w * tok).sum(1); }
    Tensor Choice(Tensor tok, Tensor y) { return functional.cross_entropy(Linear(16, 1).call(tok).view(-1, 4), y); }
    Tensor P1(Tensor x, Tensor y) { return functional.binary_cross_entropy(functional.softmax(fc.call(x), 1)[TensorIndex.Colon, 1], y); }
    Tensor P2(Tensor x, Tensor y) { return functional.binary_cross_entropy(functional.softmax(fc.call(x), 1).select(1, 1), y); }
    Tensor Two(Tensor x, Tensor y) { var m = Sequential(Linear(3, 2), Softmax(1)); return BCELoss().call(m.call(x), y); }
    Tensor Mix(Tensor a, Tensor b, Tensor w) { var p = w * functional.softmax(a, 1) + (1 - w) * functional.softmax(b, 1); return functional.nll_loss(torch.log(p), a); }
    Tensor Ens(Tensor a, Tensor b, Tensor y) { var p = (functional.softmax(a, 1) + functional.softmax(b, 1)) / 2; return functional.mse_loss(p, y); }
    Tensor Maybe(Tensor x, Tensor y, bool soft) { var o = fc.call(x); if (soft) o = functional.softmax(o, 1); return functional.cross_entropy(o, y); }
    void Thr(Tensor x, Tensor y) { var o = fc.call(x); var l = functional.binary_cross_entropy_with_logits(o, y); var c = (o > 0).sum(); var d = torch.sigmoid(o) > 0.5; }
    Tensor FocalNll(Tensor x, Tensor y) { var lp = functional.log_softmax(x, 1); var p = lp.exp(); return functional.nll_loss((1 - p).pow(2) * lp, y); }
    Tensor Lsm(Tensor x, Tensor y) { var lp = x - x.logsumexp(1, true); return functional.nll_loss(lp, y); }
    Tensor Manual(Tensor x, Tensor y) { var e = (x - x.amax(new long[]{1}, true)).exp(); var p = e / e.sum(1, true); return functional.mse_loss(p, y); }
    Tensor Cfg(Tensor x, Tensor u) { var a = fc.call(x); var b = fc.call(u); var g = b + 3 * (a - b); return functional.softmax(g, -1); }
    Tensor Dpo(Tensor a, Tensor b) { return -functional.logsigmoid(0.1 * (a - b)).mean(); }
    Tensor Router(Tensor x, Tensor y) { var w = functional.softmax(fc.call(x), -1); var (v, i) = w.topk(2); v = v / v.sum(-1, true); return functional.cross_entropy(fc.call(v * x), y); }
    Tensor Loop(Tensor x, Tensor y) { var h = x; for (int i = 0; i < 3; i++) { h = torch.sigmoid(fc.call(h)); } return functional.cross_entropy(fc.call(h), y); }
    Tensor Hid(Tensor x, Tensor y) { var m = Sequential(Linear(2, 8), Sigmoid(), Linear(8, 3)); return CrossEntropyLoss().call(m.call(x), y); }
    Tensor Smpl(Tensor x) { var l = fc.call(x) / 0.8; var (v, i) = l.topk(50); var p = functional.softmax(v, -1); return torch.multinomial(p, 1); }
    Tensor Vae(Tensor x, Tensor mu, Tensor lv) { var dec = Sequential(Linear(10, 784), Sigmoid()); var r = dec.call(x); return functional.binary_cross_entropy(r, x.view(-1, 784), reduction: Reduction.Sum) - 0.5 * torch.sum(1 + lv - mu.pow(2) - lv.exp()); }
    Tensor Soft(Tensor s, Tensor t) { return functional.cross_entropy(fc.call(s), functional.softmax(fc.call(t), 1)); }
    Tensor Try(Tensor x, Tensor y) { Tensor p = null; try { p = fc.call(x); } finally { } return functional.cross_entropy(p, y); }
    Tensor Res(Tensor x, Tensor y) { var o = fc.call(x) + Linear(10, 5).call(x); return functional.cross_entropy(o, y); }
    Tensor Lbl(Tensor x, Tensor y) { var t = functional.softmax(fc.call(x), 1).detach(); return functional.binary_cross_entropy_with_logits(fc.call(x), t); }
    Tensor Sqz(Tensor x, Tensor y) { var o = Linear(3, 1).call(x).squeeze(-1); return functional.binary_cross_entropy(torch.sigmoid(o), y); }
    Tensor SE(Tensor x) { var s = x.mean(new long[]{2, 3}); s = torch.sigmoid(fc.call(s)); return x * s.view(-1, 3, 1, 1); }
}
