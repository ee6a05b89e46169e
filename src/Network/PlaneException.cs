namespace ActorKube.Network;

/// <summary>What a table asks for can't be done. The message says why.</summary>
internal sealed class PlaneException(string message, Exception? cause = null) : Exception(message, cause);
