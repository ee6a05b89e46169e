namespace ActorKube.Ingresses.Forwarding;

/// <summary>A connection couldn't be made: nothing of a request was sent, so another endpoint may be asked.</summary>
internal sealed class BackendUnreachableException(string message, bool isTimeout, Exception inner) : IOException(message, inner)
{
    /// <summary>It neither accepted nor refused.</summary>
    public bool IsTimeout { get; } = isTimeout;

    /// <summary>Whether a request failed so, or because TLS couldn't be agreed on.</summary>
    public static bool IsCauseOf(HttpRequestException e) => e.InnerException is BackendUnreachableException || e.HttpRequestError == HttpRequestError.SecureConnectionError;
}
