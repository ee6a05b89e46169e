using ActorKube.Api.Authentication;

namespace ActorKube.Engine.Commands;

/// <summary>Who writes, and how.</summary>
public sealed record WriteOptions
{
    public required UserInfo User { get; init; }

    /// <summary>Name under which the fields written are recorded in managedFields; null records nothing, as controllers do.</summary>
    public string? FieldManager { get; init; }

    /// <summary>The object brings its managedFields with it: server-side apply has worked them out.</summary>
    public bool BringsManagedFields { get; init; }

    /// <summary>Everything is done but the append.</summary>
    public bool DryRun { get; init; }

    /// <summary>"" for the object itself, else <c>status</c>, <c>scale</c>, ...</summary>
    public string Subresource { get; init; } = "";

    /// <summary>What the journal keeps as the reason of the change, such as <c>kubectl PATCH by admin</c>.</summary>
    public required string Cause { get; init; }
}
