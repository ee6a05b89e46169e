using System.Collections.Frozen;
using ActorKube.Api.ApiRegistration;
using ActorKube.Api.Authentication;
using ActorKube.Api.Kinds;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;
using ActorKube.Server.Responses;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Server.Hosting;

/// <summary>Groups that an APIService leaves to a server of their own. No such server can be reached, which is another answer than that the group isn't there.</summary>
internal sealed class AggregatedGroups(KindRegistry kinds, ObjectView view) : INonResourceHandler
{
    private const string Root = "/apis/";

    private readonly FrozenSet<string> _own = kinds.All.Select(static k => k.Group).ToFrozenSet(StringComparer.Ordinal);

    public async ValueTask<bool> TryHandleAsync(HttpContext http, UserInfo user)
    {
        if (http.Request.Path.Value is not { } path || !path.StartsWith(Root, StringComparison.Ordinal) || !IsAggregated(path.AsSpan(Root.Length)))
        {
            return false;
        }

        await ResponseWriter.WriteTextAsync(http, StatusCodes.Status503ServiceUnavailable, "service unavailable\n").ConfigureAwait(false);
        return true;
    }

    private bool IsAggregated(ReadOnlySpan<char> path)
    {
        var slash = path.IndexOf('/');
        if (slash < 0 || _own.GetAlternateLookup<ReadOnlySpan<char>>().Contains(path[..slash]))
        {
            return false;
        }

        var group = path[..slash];
        var rest = path[(slash + 1)..];
        var end = rest.IndexOf('/');
        var version = end < 0 ? rest : rest[..end];
        return version.Length > 0
            && view.Snapshot().Get(new ObjectKey("apiservices.apiregistration.k8s.io", "", $"{version}.{group}"))?.Read<APIService>() is { Spec.Service: not null };
    }
}
