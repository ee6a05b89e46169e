using ActorKube.Actors.Shared;
using ActorKube.Api.Core;
using ActorKube.Engine.Actors.Waking;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Engine.Views.Watching;

namespace ActorKube.Actors.ServiceAccounts;

/// <summary>An account that goes concerns the secrets with its tokens.</summary>
internal sealed class TokenSecretWakeRule : IWakeRule
{
    public string? Resource => Resources.ServiceAccounts;

    public void Wake(ObjectEvent change, ViewSnapshot snapshot, ICollection<ObjectKey> wake)
    {
        if (change.Type != ObjectEventType.Deleted)
        {
            return;
        }

        var key = change.Object.Key;
        foreach (var stored in snapshot.List(Resources.Secrets, key.Namespace))
        {
            var secret = stored.Read<Secret>();
            if (secret.Type == SecretTypes.ServiceAccountToken && secret.Metadata.Annotations?.GetValueOrDefault(SecretTypes.ServiceAccountName) == key.Name)
            {
                wake.Add(stored.Key);
            }
        }
    }
}
