namespace ActorKube.Api.Schema;

/// <summary>The type of a field's value, of a list's item or of a map's value.</summary>
public abstract record ValueModel
{
    public static readonly ValueModel String = new ScalarModel(ScalarKind.String);
    public static readonly ValueModel Int32 = new ScalarModel(ScalarKind.Int32);
    public static readonly ValueModel Int64 = new ScalarModel(ScalarKind.Int64);
    public static readonly ValueModel Double = new ScalarModel(ScalarKind.Double);
    public static readonly ValueModel Boolean = new ScalarModel(ScalarKind.Boolean);
    public static readonly ValueModel Bytes = new ScalarModel(ScalarKind.Bytes);
    public static readonly ValueModel Time = new ScalarModel(ScalarKind.Time);
    public static readonly ValueModel MicroTime = new ScalarModel(ScalarKind.MicroTime);
    public static readonly ValueModel Quantity = new ScalarModel(ScalarKind.Quantity);
    public static readonly ValueModel IntOrString = new ScalarModel(ScalarKind.IntOrString);

    /// <summary>Any JSON, kept as it came.</summary>
    public static readonly ValueModel Any = new ScalarModel(ScalarKind.Any);
}

public enum ScalarKind
{
    String,
    Int32,
    Int64,
    Double,
    Boolean,
    Bytes,
    Time,
    MicroTime,
    Quantity,
    IntOrString,
    Any,
}

public sealed record ScalarModel(ScalarKind Kind) : ValueModel;

public sealed record ListModel(ValueModel Item) : ValueModel;

public sealed record MapModel(ValueModel Value) : ValueModel;

/// <summary>A nested object. Resolved on first use, since types may contain themselves.</summary>
public sealed record ObjectModel : ValueModel
{
    private readonly Func<TypeModel> _resolve;

    public ObjectModel(Func<TypeModel> resolve) => _resolve = resolve;

    public TypeModel Type => _resolve();
}
