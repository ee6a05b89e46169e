using ActorKube.Api.Meta;

namespace ActorKube.Actors.Shared;

/// <summary>References from what is owned to its owner.</summary>
internal static class Owners
{
    /// <summary>The reference of an object to the one that manages it, for whose deletion in the foreground it must be waited.</summary>
    public static OwnerReference ControllerOf(IApiObject owner) => new()
    {
        ApiVersion = owner.ApiVersion ?? "",
        Kind = owner.Kind ?? "",
        Name = owner.Metadata.Name ?? "",
        Uid = owner.Metadata.Uid ?? "",
        Controller = true,
        BlockOwnerDeletion = true,
    };

    /// <summary>The object with the owner as its controller besides the owners that it has.</summary>
    public static IApiObject Adopt(IApiObject value, IApiObject owner) =>
        value.With(value.Metadata with { OwnerReferences = [.. value.Metadata.OwnerReferences ?? [], ControllerOf(owner)] });

    /// <summary>The object without the references to these owners.</summary>
    public static IApiObject Without(IApiObject value, IReadOnlyCollection<string> uids)
    {
        var rest = (value.Metadata.OwnerReferences ?? []).Where(o => !uids.Contains(o.Uid)).ToList();
        return value.With(value.Metadata with { OwnerReferences = rest.Count == 0 ? null : rest });
    }
}
