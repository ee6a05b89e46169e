using ActorKube.Api.AutoscalingV2;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Autoscaling;

/// <summary>What an autoscaler scales: anything with a <c>scale</c> subresource.</summary>
internal sealed record ScaleTarget(StoredObject Stored, IApiObject Value, ScaleMapping Scale)
{
    public int Wanted => Scale.SpecReplicas(Value);

    public int Present => Scale.StatusReplicas(Value);

    public string Selector => Scale.Selector(Value);

    public IApiObject With(int replicas) => Scale.With(Value, replicas);

    /// <summary>Null, with the words of Kubernetes' API for it, where there is none.</summary>
    public static ScaleTarget? Find(ViewSnapshot view, KindRegistry kinds, string @namespace, CrossVersionObjectReference reference, out string error)
    {
        error = "";
        var version = reference.ApiVersion ?? "";
        var parts = version.Split('/');
        if (parts.Length > 2)
        {
            error = $"unexpected GroupVersion string: {version}";
            return null;
        }

        var group = parts.Length == 2 ? parts[0] : "";
        if (kinds.All.FirstOrDefault(k => k.Group == group && k.Name == reference.Kind) is not { } kind)
        {
            error = $"no matches for kind \"{reference.Kind}\" in group \"{group}\"";
            return null;
        }

        if (kind.Scale is not { } scale)
        {
            error = "the server could not find the requested resource";
            return null;
        }

        var stored = view.Get(new ObjectKey(kind.Resource, @namespace, reference.Name));
        if (stored is null)
        {
            // The scale of a replication controller is of another group than itself.
            error = $"{kind.Plural}/scale.{(kind.Group.Length == 0 ? "autoscaling" : kind.Group)} \"{reference.Name}\" not found";
            return null;
        }

        return new ScaleTarget(stored, kind.FromStored(stored.Read(kind.StoredAs ?? kind)), scale);
    }
}
