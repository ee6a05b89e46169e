namespace ActorKube.NodeAgent.Sources;

/// <summary>A container or volume can't be configured, for lack of an object or a key of one. The message is the kubelet's and fit for an Event.</summary>
internal sealed class ConfigException(string message) : Exception(message);
