using ActorKube.Api.Authentication;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Engine.Commands;

public enum AdmissionOperation
{
    Create,
    Update,
    Delete,
}

/// <summary>A write on its way to the journal.</summary>
/// <param name="Kind">The stored kind.</param>
/// <param name="Previous">The object as it is; null for a creation.</param>
/// <param name="View">The cluster as the decision may see it.</param>
public sealed record AdmissionRequest(
    AdmissionOperation Operation,
    Kind Kind,
    ObjectKey Key,
    string Subresource,
    IApiObject? Previous,
    UserInfo User,
    bool DryRun,
    ViewSnapshot View,
    DateTimeOffset Now);

/// <summary>
/// One rule that every write passes, whoever makes it: it may change the object, or refuse it with an
/// <see cref="Api.Errors.ApiException"/>. Pure: everything it may look at is in the request.
/// </summary>
public interface IAdmission
{
    /// <summary>Changes the object before it is validated.</summary>
    IApiObject Mutate(AdmissionRequest request, IApiObject value) => value;

    /// <summary>Adds what a client may not say and so was cleared: it comes last before validation.</summary>
    IApiObject Complete(AdmissionRequest request, IApiObject value) => value;

    /// <summary>Refuses what must not be stored. Of a deletion, <paramref name="value"/> is the object to be deleted.</summary>
    void Validate(AdmissionRequest request, IApiObject value)
    {
    }

    /// <summary>Texts for the user whose write is accepted.</summary>
    IEnumerable<string> Warnings(AdmissionRequest request, IApiObject value) => [];
}
