using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using TorchSharp;

namespace PlateReader
{
    public interface IConverter
    {
        Tuple<torch.Tensor, torch.Tensor> Encode(List<string> texts);

        List<Tuple<string, float>> Decode(torch.Tensor logProbabilities);
    }

    public class CtcLabelConverter : IConverter
    {
        private const int Blank = 0;
        private readonly string characters;
        private readonly Dictionary<char, int> indexes = new Dictionary<char, int>();

        public CtcLabelConverter(string characters)
        {
            this.characters = characters;
            for (int i = 0; i < characters.Length; i++)
            {
                indexes.Add(characters[i], i + 1);
            }
        }

        public int NumOfClass => characters.Length + 1;

        public Tuple<torch.Tensor, torch.Tensor> Encode(List<string> texts)
        {
            var targets = texts.SelectMany(text => text.Select(ch => (long)indexes[ch])).ToArray();
            var lengths = texts.Select(text => (long)text.Length).ToArray();
            return new Tuple<torch.Tensor, torch.Tensor>(torch.tensor(targets), torch.tensor(lengths));
        }

        public List<Tuple<string, float>> Decode(torch.Tensor logProbabilities)
        {
            // Only the order decides which character a column shows; its confidence is the exponential of the logarithm.
            var (best, index) = logProbabilities.max(2);
            var confidence = best.exp();
            var result = new List<Tuple<string, float>>();
            for (long n = 0; n < index.shape[1]; n++)
            {
                var text = new StringBuilder();
                float total = 0;
                long previous = Blank;
                for (long t = 0; t < index.shape[0]; t++)
                {
                    var current = index[t, n].ToInt64();
                    if (current != Blank && current != previous)
                    {
                        text.Append(characters[(int)current - 1]);
                        total += confidence[t, n].ToSingle();
                    }

                    previous = current;
                }

                result.Add(new Tuple<string, float>(text.ToString(), text.Length == 0 ? 0 : total / text.Length));
            }

            return result;
        }
    }
}
