using System.Linq;
using Logits.Analyzers.Catalogue;
using Logits.Analyzers.Kinds;

namespace Logits.Analyzers.Flow;

/// <summary>One call of a modelled member: its receiver, its arguments, the layer whose call it is, and questions about them.</summary>
internal sealed class CallContext(MemberRow row, Argument? receiver, EquatableArray<Argument> arguments, Layer? layer, Place site)
{
    public MemberRow Row { get; } = row;

    public Argument? Receiver { get; } = receiver;

    public EquatableArray<Argument> Arguments { get; } = arguments;

    /// <summary>The layer, loss or function object that is applied, if the row is the call of one.</summary>
    public Layer? Layer { get; } = layer;

    public Place Site { get; } = site;

    /// <summary>Whether this is a step inside a model, and no call that is written out.</summary>
    public bool IsInside => Arguments.Count > 0 && Arguments[0].Syntax is null;

    /// <summary>The tensor that comes in: the receiver where that is one, else the first argument.</summary>
    public Argument? Input => TensorReceiver ?? (Arguments.Count > 0 ? Arguments[0] : Receiver);

    /// <summary>The receiver, where it is a tensor and no holder of functions.</summary>
    public Argument? TensorReceiver => Row.Type.CarriesKind ? Receiver : null;

    /// <summary>The class count that an argument or a setting gives.</summary>
    public Fact<int> ClassCount => Role(ParameterRole.ClassCount);

    /// <summary>The argument for a parameter: by its name, or by its position where arguments of a call have no names.</summary>
    public Argument? Argument(string name)
    {
        if (Flow.Argument.Named(Arguments, name) is { } named)
        {
            return named;
        }

        var position = Row.Parameters.IndexOf(Row.Parameter(name)!);
        return position >= 0 && position < Arguments.Count && Arguments[position].Name.Length == 0 ? Arguments[position] : null;
    }

    /// <summary>A switch: among the arguments, then what the layer was made with, then the declared defaults.</summary>
    public Term? Setting(string name)
        => Argument(name)?.Value
            ?? Layer?.Setting(name)?.Value
            ?? Default(Row, name)
            ?? (Layer is null ? null : Layer.Factory is { } factory ? Default(factory, name) : Layer.Settings.Count == 0 ? DefaultOfConstructor(name) : null);

    /// <summary>The axis that an argument or a setting of this role gives.</summary>
    public Fact<int> AxisOf(ParameterRole role) => Role(role);

    public Term AsTerm() => Layer is { } applied
        ? new Application(applied, null, Arguments, null, Site)
        : new LibraryCall(Row, Receiver, Arguments, Site);

    /// <summary>The rank after a reshape: what the new shape says, or what the row promises of a layer with default settings.</summary>
    public Fact<int> NewRank(ResultRow result)
    {
        if (result.Rank is { } promised && (Layer is null || Layer.Settings.All(setting => setting.Syntax is null)))
        {
            return Fact<int>.Of(promised);
        }

        var shape = Row.Parameters.FirstOrDefault(parameter => (parameter.Roles & ParameterRole.Shape) != 0);
        if (shape is null)
        {
            return Fact<int>.Unknown;
        }

        var values = Arguments.Where(argument => argument.Name == shape.Name).ToList();
        return values.Count == 1 && values[0].Value is Sequence sequence ? Fact<int>.Of(sequence.Elements.Count) : Fact<int>.Unknown;
    }

    private static Term? Default(MemberRow row, string name) => row.Parameter(name) is { HasDefault: true, Default: var value } ? new Constant(value) : null;

    private Term? DefaultOfConstructor(string name)
        => Layer!.Row.Members.Where(member => member.Name == MemberRow.ConstructorName).Select(member => Default(member, name)).FirstOrDefault(value => value is not null);

    private Fact<int> Role(ParameterRole role)
    {
        if (Row.Parameters.FirstOrDefault(parameter => (parameter.Roles & role) != 0) is { } own)
        {
            return Terms.Integer(Setting(own.Name));
        }

        return Layer?.Factory?.Parameters.FirstOrDefault(parameter => (parameter.Roles & role) != 0) is { } made
            ? Terms.Integer(Setting(made.Name))
            : Fact<int>.Unknown;
    }
}
