namespace ActorKube.Api.Apply;

/// <summary>What is wrong with an apply, and so how a server answers it.</summary>
public enum ApplyError
{
    /// <summary>The configuration names the wrong type or holds what an apply must not: 400 BadRequest.</summary>
    BadRequest,

    /// <summary>The configuration or the object doesn't fit the schema. Kubernetes answers 500 without a reason.</summary>
    Untyped,
}

/// <summary>A configuration that can't be applied. The message is the one of Kubernetes.</summary>
public sealed class ApplyException(ApplyError error, string message) : Exception(message)
{
    public ApplyError Error { get; } = error;
}
