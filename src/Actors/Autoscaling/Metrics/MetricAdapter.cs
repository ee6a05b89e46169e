using System.Text.Json;
using ActorKube.Api.ApiRegistration;
using ActorKube.Api.Authentication;
using ActorKube.Api.Meta;
using ActorKube.Api.Serialization;
using ActorKube.Api.Tokens;

namespace ActorKube.Actors.Autoscaling.Metrics;

/// <summary>A registered metrics API, asked as Kubernetes' autoscaler would ask: failures are told in the words of its client.</summary>
internal sealed class MetricAdapter(IExtensionServers servers, APIService api)
{
    /// <summary>Adapters' role bindings name it.</summary>
    private static readonly UserInfo Autoscaler = new()
    {
        Username = ServiceAccountUsers.NameOf("kube-system", "horizontal-pod-autoscaler"),
        Groups = [.. ServiceAccountUsers.GroupsOf("kube-system"), "system:authenticated"],
    };

    /// <param name="path">Below the group and version.</param>
    /// <param name="what">Resource and name, for messages.</param>
    /// <exception cref="MetricUnavailableException">There was no good answer.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> GetAsync(string path, string what, CancellationToken cancellationToken)
    {
        if (!APIServiceConditions.IsAvailable(api))
        {
            throw Failed(503, default, what);
        }

        try
        {
            var answer = await servers.GetAsync(api, $"/apis/{api.Spec.Group}/{api.Spec.Version}/{path}", Autoscaler, cancellationToken);
            return answer.IsSuccess ? answer.Body : throw Failed(answer.Code, answer.Body, what);
        }
        catch (ExtensionServerException e)
        {
            throw new MetricUnavailableException(e.Message);
        }
    }

    private static MetricUnavailableException Failed(int code, ReadOnlyMemory<byte> body, string what) => new(StatusMessage(body) ?? code switch
    {
        401 => $"the server has asked for the client to provide credentials (get {what})",
        404 => $"{MetricApis.NotFound} (get {what})",
        429 => $"the server has received too many requests and has asked us to try again later (get {what})",
        503 => $"{MetricApis.Unable} (get {what})",
        504 => $"the server was unable to return a response in the time allotted, but may still be processing the request (get {what})",
        >= 500 => $"an error on the server (\"{System.Text.Encoding.UTF8.GetString(body.Span).Trim()}\") has prevented the request from succeeding (get {what})",
        _ => $"the server responded with the status code {code} but did not return more information (get {what})",
    });

    /// <summary>What the server itself says, where it says it as a Status.</summary>
    private static string? StatusMessage(ReadOnlyMemory<byte> body)
    {
        try
        {
            return body.IsEmpty ? null : ApiWriter.FromUtf8<Status>(body.Span) is { Kind: "Status", Message: { Length: > 0 } message } ? message : null;
        }
        catch (Exception e) when (e is JsonException or ApiDecodeException)
        {
            return null;
        }
    }
}
