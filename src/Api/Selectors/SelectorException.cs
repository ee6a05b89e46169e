namespace ActorKube.Api.Selectors;

/// <summary>A selector that can't be read. The message is the one of Kubernetes; a server answers it as 400 BadRequest.</summary>
public sealed class SelectorException(string message) : Exception(message);
