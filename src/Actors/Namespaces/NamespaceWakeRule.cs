using ActorKube.Actors.Shared;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.Namespaces;

/// <summary>A namespace that is being emptied looks at each change in it; any other only at the two objects that it keeps.</summary>
internal sealed class NamespaceWakeRule : IWakeRule
{
    public string? Resource => null;

    public void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake)
    {
        var key = change.Object.Key;
        if (key.Namespace.Length == 0)
        {
            return;
        }

        var space = new ObjectKey(Resources.Namespaces, "", key.Namespace);
        if (IsFurniture(key) || snapshot.Get(space)?.Header.IsDeleting == true)
        {
            wake.Add(space);
        }
    }

    private static bool IsFurniture(ObjectKey key) => key is
        { Resource: Resources.ConfigMaps, Name: NamespaceFurnishing.RootCertificates } or { Resource: Resources.ServiceAccounts, Name: NamespaceFurnishing.DefaultAccount };
}
