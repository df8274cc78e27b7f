using System;
using System.Numerics.Tensors;
using Logits;
using Logits.Annotations;

var probabilities = new Logits<float>((float[])[0, MathF.Log(3)], classes: 2).Softmax(); // in strict mode LGT0002
Console.WriteLine(probabilities[0, 1] == 0.75f ? "three quarters" : $"{probabilities[0, 1]:R}");

/// <summary>Where numbers leave the types and enter them again; a comment says what is expected on its line.</summary>
public static class Bare
{
    public static Logits<float> Again(Probabilities<float> probabilities)
    {
        return Logits<float>.FromTensor(probabilities.ToTensor()); // expect LGT1001
    }

    [return: Logits(Link.Softmax)]
    public static Tensor<float> Mislabelled(Probabilities<float> probabilities)
    {
        return probabilities.ToTensor(); // expect LGT7002
    }

    public static Logits<float> NotKnown(Tensor<float> numbers)
    {
        return Logits<float>.FromTensor(numbers); // in strict mode LGT0002
    }

    public static Logits<float> Right([Logits(Link.Softmax)] Tensor<float> numbers)
    {
        return Logits<float>.FromTensor(numbers);
    }
}
