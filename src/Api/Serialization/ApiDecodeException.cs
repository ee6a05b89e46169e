namespace ActorKube.Api.Serialization;

/// <summary>A document can't be read as the type that it should have. The message is worded as Go's decoder words it, since clients show it.</summary>
public sealed class ApiDecodeException(string message) : Exception(message);
