using ActorKube.Api.AdmissionRegistration;
using ActorKube.Api.ApiRegistration;
using ActorKube.Api.Apps;
using ActorKube.Api.Authentication;
using ActorKube.Api.Authorization;
using ActorKube.Api.Autoscaling;
using ActorKube.Api.Batch;
using ActorKube.Api.Certificates;
using ActorKube.Api.Coordination;
using ActorKube.Api.Core;
using ActorKube.Api.Discovery;
using ActorKube.Api.Events;
using ActorKube.Api.Extensions;
using ActorKube.Api.FlowControl;
using ActorKube.Api.Metrics;
using ActorKube.Api.Networking;
using ActorKube.Api.Policy;
using ActorKube.Api.Rbac;
using ActorKube.Api.RuntimeClasses;
using ActorKube.Api.Scheduling;
using ActorKube.Api.Storage;

namespace ActorKube.Api.Kinds;

/// <summary>The kinds that every server serves: adding one to a group's list is all that it takes to serve it.</summary>
public static class BuiltInKinds
{
    public static KindRegistry Registry { get; } = new(
    [
        .. CoreKinds.All,
        .. PodKinds.All,
        ReplicationControllerKind.Kind,
        .. AppsKinds.All,
        .. AutoscalingKinds.All,
        .. BatchKinds.All,
        .. CoordinationKinds.All,
        .. DiscoveryKinds.All,
        .. EventKinds.All,
        .. ExtensionKinds.All,
        .. NetworkingKinds.All,
        .. PolicyKinds.All,
        .. RbacKinds.All,
        .. RuntimeClassKinds.All,
        .. SchedulingKinds.All,
        .. StorageKinds.All,
        .. FlowControlKinds.All,
        .. CertificateKinds.All,
        .. AuthorizationKinds.All,
        .. AuthenticationKinds.All,
        .. ApiRegistrationKinds.All,
        .. AdmissionRegistrationKinds.All,
    ]);

    /// <summary>With the kinds that are measured and not stored: served while their API is registered.</summary>
    public static KindRegistry WithMetrics { get; } = new([.. Registry.All, .. MetricsKinds.All]);
}
