using ActorKube.Actors.Shared;
using ActorKube.Api.ApiRegistration;
using ActorKube.Api.Serialization;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Aggregation;

/// <summary>How a server answered when it was asked for its API.</summary>
/// <param name="Error">Null when it did well.</param>
/// <param name="Failures">In a row, this one included.</param>
/// <param name="Next">When to ask again.</param>
internal sealed record ApiServiceCheck(CheckBasis Basis, string? Error, int Failures, DateTimeOffset Next)
{
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(250);

    /// <summary>A server that answers is asked every 30 s. One that doesn't after 0.25, 0.5, 1, 2, 4, 8, 16, 30, 30... s.</summary>
    public static ApiServiceCheck Of(CheckBasis basis, string? error, ApiServiceCheck? previous, DateTimeOffset now)
    {
        var failures = error is null ? 0 : 1 + (previous?.Basis.IsSameAs(basis) == true ? previous.Failures : 0);
        var delay = failures is 0 or > 7 ? Calm : First * (1 << (failures - 1));
        return new ApiServiceCheck(basis, error, failures, now + delay);
    }
}

/// <summary>What the answer may depend on: when any of it changes, the server is asked at once.</summary>
/// <param name="Service">Revision of the service.</param>
/// <param name="Endpoints">Revision of its endpoints; 0 if there are none.</param>
internal sealed record CheckBasis(string Uid, APIServiceSpec Spec, long Service, long Endpoints)
{
    public static CheckBasis Of(APIService api, ViewSnapshot view)
    {
        var (space, name) = (api.Spec.Service?.Namespace ?? "", api.Spec.Service?.Name ?? "");
        return new CheckBasis(
            api.Metadata.Uid ?? "",
            api.Spec,
            view.Get(new ObjectKey(Resources.Services, space, name))?.Revision ?? 0,
            view.Get(new ObjectKey(Resources.Endpoints, space, name))?.Revision ?? 0);
    }

    public bool IsSameAs(CheckBasis other) =>
        (Uid, Service, Endpoints) == (other.Uid, other.Service, other.Endpoints) && ApiEquality.Same(Spec, other.Spec);
}
