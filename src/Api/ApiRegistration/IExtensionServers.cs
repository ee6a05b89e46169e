using ActorKube.Api.Authentication;

namespace ActorKube.Api.ApiRegistration;

/// <summary>The way to the servers behind APIServices. Thread-safe.</summary>
public interface IExtensionServers
{
    /// <summary>Asks a server for something in JSON; the next time perhaps another of its endpoints.</summary>
    /// <param name="api">One that names a service.</param>
    /// <param name="path">With its query.</param>
    /// <param name="user">Who asks, as the server is told.</param>
    /// <exception cref="ExtensionServerException">There was no whole answer in 5 s.</exception>
    ValueTask<ExtensionAnswer> GetAsync(APIService api, string path, UserInfo user, CancellationToken cancellationToken);
}

/// <summary>What an extension server said, be it good or bad.</summary>
/// <param name="Code">Of HTTP.</param>
public readonly record struct ExtensionAnswer(int Code, ReadOnlyMemory<byte> Body)
{
    public bool IsSuccess => Code is >= 200 and < 300;
}

/// <summary>An extension server can't be reached; the message says why, for a person.</summary>
public sealed class ExtensionServerException(string message) : Exception(message);
