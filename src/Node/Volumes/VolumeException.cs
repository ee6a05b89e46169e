namespace ActorKube.NodeAgent.Volumes;

/// <summary>A volume can't be made now. The message is that of a FailedMount event.</summary>
internal sealed class VolumeException(string message, Exception inner) : Exception(message, inner);
