using ActorKube.Api.Errors;

namespace ActorKube.Actors.Actions;

/// <summary>What a refusal means for who was refused.</summary>
internal static class Refusals
{
    private const string TerminatingCause = "NamespaceTerminating";

    /// <summary>The namespace is being emptied, or is no more: nothing can be created in it, and all that is in it goes.</summary>
    public static bool IsNamespaceGoing(ApiException refusal) =>
        refusal.Status.Details is { } details
        && (details.Causes?.Any(static c => c.Reason == TerminatingCause) == true || (refusal.Code == 404 && details.Kind == "namespaces"));
}
