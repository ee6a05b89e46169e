namespace ActorKube.Api.Patches;

/// <summary>What is wrong with a patch, and so how a server answers it.</summary>
public enum PatchError
{
    /// <summary>The patch itself can't be read: 400 BadRequest with the exception's message.</summary>
    Malformed,

    /// <summary>It has more operations than are allowed: 413 RequestEntityTooLarge with the exception's message.</summary>
    TooLarge,

    /// <summary>It doesn't fit the object, or a test failed: 422 Invalid. Kubernetes answers a general text here; the message is for logs.</summary>
    Inapplicable,

    /// <summary>A strategic merge has no way to go on: 500 with the exception's message, as in Kubernetes.</summary>
    Stuck,
}

/// <summary>A patch that can't be applied.</summary>
public sealed class PatchException(PatchError error, string message) : Exception(message)
{
    public PatchError Error { get; } = error;

    internal static PatchException Inapplicable(string message) => new(PatchError.Inapplicable, message);

    internal static PatchException Stuck(string message) => new(PatchError.Stuck, message);
}
