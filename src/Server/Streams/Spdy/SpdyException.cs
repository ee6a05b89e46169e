namespace ActorKube.Server.Streams.Spdy;

/// <summary>The other side doesn't keep to SPDY/3.1: the connection is of no more use.</summary>
internal sealed class SpdyException(string message, Exception? cause = null) : IOException(message, cause);

/// <summary>The other side has given the stream up, or the connection has ended.</summary>
internal sealed class SpdyResetException(string message) : IOException(message);
