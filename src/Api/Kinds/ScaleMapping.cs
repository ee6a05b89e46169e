using ActorKube.Api.Meta;

namespace ActorKube.Api.Kinds;

/// <summary>Where a kind keeps what its <c>/scale</c> subresource shows.</summary>
public abstract record ScaleMapping
{
    /// <summary>spec.replicas.</summary>
    public abstract int SpecReplicas(IApiObject value);

    /// <summary>status.replicas.</summary>
    public abstract int StatusReplicas(IApiObject value);

    /// <summary>The selector in its text form.</summary>
    public abstract string Selector(IApiObject value);

    /// <summary>The object with another number of replicas.</summary>
    public abstract IApiObject With(IApiObject value, int replicas);
}

public sealed record ScaleMapping<T>(Func<T, int> Spec, Func<T, int> Status, Func<T, string> SelectorText, Func<T, int, T> Set) : ScaleMapping
    where T : IApiObject
{
    public override int SpecReplicas(IApiObject value) => Spec((T)value);

    public override int StatusReplicas(IApiObject value) => Status((T)value);

    public override string Selector(IApiObject value) => SelectorText((T)value);

    public override IApiObject With(IApiObject value, int replicas) => Set((T)value, replicas);
}
