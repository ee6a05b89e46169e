using System.Collections.Concurrent;
using System.Text;
using ActorKube.Api.ApiRegistration;
using ActorKube.Api.Authentication;

namespace ActorKube.Actors.Tests.Aggregation;

/// <summary>Extension servers that answer each path as they are told, and any other with 404.</summary>
internal sealed class StubServers : IExtensionServers
{
    public Dictionary<string, (int Code, string Body)> Answers { get; } = [];

    /// <summary>Why nobody can be reached; null as long as they can.</summary>
    public string? Error { get; set; }

    public ConcurrentQueue<(string Path, string? User)> Asked { get; } = [];

    public ValueTask<ExtensionAnswer> GetAsync(APIService api, string path, UserInfo user, CancellationToken cancellationToken)
    {
        Asked.Enqueue((path, user.Username));
        var (code, body) = Error is { } error ? throw new ExtensionServerException(error) : Answers.GetValueOrDefault(path, (404, ""));
        return new(new ExtensionAnswer(code, Encoding.UTF8.GetBytes(body)));
    }
}
