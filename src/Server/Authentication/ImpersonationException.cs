namespace ActorKube.Server.Authentication;

/// <summary>The impersonation headers make no sense together. Answered as Kubernetes does: 500, in plain text.</summary>
public sealed class ImpersonationException(string message) : Exception(message);
