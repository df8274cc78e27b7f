// Structure: aiqinxuancai/TextCNN.TorchSharp, a config object, a model that is made from it, and a static TrainEval
namespace NewsTextCnn;

/// <summary>What every model of the news headlines has in common.</summary>
public class ConfigBase
{
    public string[] ClassList { get; init; } = ["finance", "realty", "stocks", "education", "science", "society", "politics", "sports", "game", "entertainment"];

    public long NumClasses => ClassList.Length;

    public long Vocabulary { get; set; } = 4762;

    public int NumEpochs { get; init; } = 20;

    public int RequireImprovement { get; init; } = 1000;

    public double LearningRate { get; init; } = 1e-3;

    public string SavePath { get; init; } = "saved/textcnn.dat";
}

/// <summary>The sizes of the convolutional model.</summary>
public sealed class TextCnnConfig : ConfigBase
{
    public long Embed { get; init; } = 300;

    public int[] FilterSizes { get; init; } = [2, 3, 4];

    public int NumFilters { get; init; } = 256;

    public double Dropout { get; init; } = 0.5;
}
