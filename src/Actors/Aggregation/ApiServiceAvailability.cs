using System.Globalization;
using ActorKube.Actors.Shared;
using ActorKube.Api.ApiRegistration;
using ActorKube.Api.Core;
using ActorKube.Engine.Commands;
using ActorKube.Engine.Objects;
using ActorKube.Engine.Views;

namespace ActorKube.Actors.Aggregation;

/// <summary>Whether another server's API can be had: what its service and its endpoints tell of that. Wording as Kubernetes' aggregator has it.</summary>
internal static class ApiServiceAvailability
{
    public const string ConditionType = "Available";

    /// <summary>Port that a reference without one means.</summary>
    private const int DefaultPort = 443;

    /// <summary>The condition, without its time; null where the server itself has to be asked.</summary>
    public static APIServiceCondition? Of(APIService api, ViewSnapshot view)
    {
        if (api.Spec.Service is not { } reference)
        {
            return Condition("True", "Local", "Local APIServices are always available");
        }

        var (space, name) = (reference.Namespace ?? "", reference.Name ?? "");
        var title = $"service/{name} in \"{space}\"";
        if (view.Get(new ObjectKey(Resources.Services, space, name))?.Read<Service>() is not { } service)
        {
            return Unavailable("ServiceNotFound", $"{title} is not present");
        }

        return service.Spec.Type == ServiceTypes.ClusterIp ? Endpoints(service, reference.Port ?? DefaultPort, title, view) : null;
    }

    /// <summary>The condition once it was asked.</summary>
    /// <param name="error">Null when it answered.</param>
    public static APIServiceCondition Of(string? error) => error is null ? Condition("True", "Passed", "all checks passed") : Unavailable("FailedDiscoveryCheck", error);

    /// <summary>Null when there is an endpoint.</summary>
    private static APIServiceCondition? Endpoints(Service service, int number, string title, ViewSnapshot view)
    {
        if (service.Spec.Ports?.FirstOrDefault(p => p.Port == number) is not { } port)
        {
            return Unavailable("ServicePortError", string.Create(CultureInfo.InvariantCulture, $"{title} is not listening on port {number}"));
        }

        var key = new ObjectKey(Resources.Endpoints, service.Metadata.Namespace ?? "", service.Metadata.Name ?? "");
        if (view.Get(key)?.Read<Endpoints>() is not { } endpoints)
        {
            return Unavailable("EndpointsNotFound", $"cannot find endpoints for {title}");
        }

        return (endpoints.Subsets ?? []).Any(s => s.Addresses is { Count: > 0 } && (s.Ports ?? []).Any(p => (p.Name ?? "") == (port.Name ?? "")))
            ? null
            : Unavailable("MissingEndpoints", $"endpoints for {title} have no addresses with port name \"{port.Name}\"");
    }

    private static APIServiceCondition Unavailable(string reason, string message) => Condition("False", reason, message);

    private static APIServiceCondition Condition(string status, string reason, string message) =>
        new() { Type = ConditionType, Status = status, Reason = reason, Message = message };
}
