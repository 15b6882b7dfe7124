/** Certificate of an authority that nobody has the key of: the trust anchor of test fleets. */
export const anchor = [
  '-----BEGIN CERTIFICATE-----',
  'MIIBoDCCAUegAwIBAgIUOsUO7efnu7ImS/GuD7qjpGtdNs8wCgYIKoZIzj0EAwIw',
  'JTEjMCEGA1UEAwwacm9vdC5saW5rZXJkLmNsdXN0ZXIubG9jYWwwIBcNMjYxMTIx',
  'MDQyMzM5WhgPMjEyNjEwMjgwNDIzMzlaMCUxIzAhBgNVBAMMGnJvb3QubGlua2Vy',
  'ZC5jbHVzdGVyLmxvY2FsMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE+ol0wjCV',
  'jTs+IQCeFJdZMif0+cDt44XZl14C4I0BTHmJOSiP4BIGYtq5WovqoA94UCH1141t',
  'Bz6ZU+2OVePIVqNTMFEwHQYDVR0OBBYEFLjoPSemd8CPXlTAeIM+zoRWNsJuMB8G',
  'A1UdIwQYMBaAFLjoPSemd8CPXlTAeIM+zoRWNsJuMA8GA1UdEwEB/wQFMAMBAf8w',
  'CgYIKoZIzj0EAwIDRwAwRAIgV5XTfJWg9ACXk99MqV/HSVchk9i3m4xYtl6qT01T',
  'J84CIDaGYsE8T3bopOTJbvHOPnL4q/wZBsRgDpsYAjqOWAkl',
  '-----END CERTIFICATE-----',
].join('\n');

/** Another one. */
export const otherAnchor = [
  '-----BEGIN CERTIFICATE-----',
  'MIIBoTCCAUegAwIBAgIUF+B/TNsQDzWZQ44OwLjRgkoM8SYwCgYIKoZIzj0EAwIw',
  'JTEjMCEGA1UEAwwacm9vdC5saW5rZXJkLmNsdXN0ZXIubG9jYWwwIBcNMjYxMTIx',
  'MDQyMzM5WhgPMjEyNjEwMjgwNDIzMzlaMCUxIzAhBgNVBAMMGnJvb3QubGlua2Vy',
  'ZC5jbHVzdGVyLmxvY2FsMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEVi/6alGe',
  '1KFKhNmXKM32KDi4s5Oy/zGsOvjhsV4c5oyDlhvtsIXeGOQCyDH2WUA+0HBCcVTo',
  'w7lw3I3GS2cGQKNTMFEwHQYDVR0OBBYEFK2ov6vBPeivqJdEIrWc/wA1NQ6+MB8G',
  'A1UdIwQYMBaAFK2ov6vBPeivqJdEIrWc/wA1NQ6+MA8GA1UdEwEB/wQFMAMBAf8w',
  'CgYIKoZIzj0EAwIDSAAwRQIhAM5ue3glQB+LwWOeJ+QFnPTgBJJxc4L56FtS9fmd',
  'f/iPAiBeaHbHZ6cI/eQZCWVAzPN5drP9k1A3HvTYh2N2Tn8kBg==',
  '-----END CERTIFICATE-----',
].join('\n');

/** A certificate of no authority. */
export const leaf = [
  '-----BEGIN CERTIFICATE-----',
  'MIIBcjCCARigAwIBAgIUXha56vABMqd4UQyPB8BQOQ09K7kwCgYIKoZIzj0EAwIw',
  'DzENMAsGA1UEAwwEbGVhZjAgFw0yNjExMjEwNDIzMzlaGA8yMTI2MTAyODA0MjMz',
  'OVowDzENMAsGA1UEAwwEbGVhZjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABDju',
  'WFx1YvIN85PmLgys8Cmnx0qE/uIgurrj2N8ixtyK2o1iMSjSjPOynsL3AONLXeRx',
  '7F0sIKiwG8Q3UoXB2AmjUDBOMB0GA1UdDgQWBBQQwRcJS37pm8utwDTJLMd6kh4A',
  'RTAfBgNVHSMEGDAWgBQQwRcJS37pm8utwDTJLMd6kh4ARTAMBgNVHRMBAf8EAjAA',
  'MAoGCCqGSM49BAMCA0gAMEUCIHDRZ5qFwFvC6rH/9HkxUgB9VLYFbF7nTUp3p8HN',
  'bwTsAiEArXdH2OYX/4c4CTVRq16vczYURXYIbEdeYIG9LPuFMV4=',
  '-----END CERTIFICATE-----',
].join('\n');

/** A root, and the identity issuer `identity.linkerd.cluster.local` that it signed; nobody has the key of either. */
export const issuerRoot = [
  '-----BEGIN CERTIFICATE-----',
  'MIIBojCCAUegAwIBAgIUOn/1rxSDau4lqgDDHcjrNc6n+s8wCgYIKoZIzj0EAwIw',
  'JTEjMCEGA1UEAwwacm9vdC5saW5rZXJkLmNsdXN0ZXIubG9jYWwwIBcNMjYxMTIx',
  'MDczMzE0WhgPMjEyNjEwMjgwNzMzMTRaMCUxIzAhBgNVBAMMGnJvb3QubGlua2Vy',
  'ZC5jbHVzdGVyLmxvY2FsMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAETiVOAuJh',
  'AR0k2/vaFwrn6TdSXuLcbyoevhZ9rXlMUlqAADabtmPXdil9JEcIFqkrXDPO/a5k',
  'D21b7IiFmRIjxqNTMFEwHQYDVR0OBBYEFGzhTBZfn3H02IN9BPPNkn7Swo0FMB8G',
  'A1UdIwQYMBaAFGzhTBZfn3H02IN9BPPNkn7Swo0FMA8GA1UdEwEB/wQFMAMBAf8w',
  'CgYIKoZIzj0EAwIDSQAwRgIhALQln5J4NYIPWeBSFkzgnTbQJOyMHohBdJd6CZTa',
  'xVPWAiEAuiMpPFVnDxZZM7h1CFhPu/1bAZQGKGB28WGIX2JN4J8=',
  '-----END CERTIFICATE-----',
].join('\n');

/** The issuer of `issuerRoot`. */
export const issuer = [
  '-----BEGIN CERTIFICATE-----',
  'MIIB0zCCAXqgAwIBAgIUEMYirFOidAVkL5M7NOzXJmOYUuowCgYIKoZIzj0EAwIw',
  'JTEjMCEGA1UEAwwacm9vdC5saW5rZXJkLmNsdXN0ZXIubG9jYWwwIBcNMjYxMTIx',
  'MDczMzE0WhgPMjEyNjEwMjgwNzMzMTRaMCkxJzAlBgNVBAMMHmlkZW50aXR5Lmxp',
  'bmtlcmQuY2x1c3Rlci5sb2NhbDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABI7R',
  'Qjq8EbZodTkcafi/aX0tRAOuQM2nOGnYsGdiHFl/gK/e9/y6eyD5zFeY+zruHYko',
  'v0UryjFTPp4dLpzoEgqjgYEwfzASBgNVHRMBAf8ECDAGAQH/AgEAMCkGA1UdEQQi',
  'MCCCHmlkZW50aXR5LmxpbmtlcmQuY2x1c3Rlci5sb2NhbDAdBgNVHQ4EFgQUeLWp',
  '41/QSBfbyjjLx/x9QBHW3eowHwYDVR0jBBgwFoAUbOFMFl+fcfTYg30E882SftLC',
  'jQUwCgYIKoZIzj0EAwIDRwAwRAIgOVhZ+A/AZCl4hUtMtZvHx5TzJQ21NZ3G7j2G',
  'rRIn35oCICCbJX/Pa8ooc3KFo+arvL62SNTcybrO8IIxk+T/14/n',
  '-----END CERTIFICATE-----',
].join('\n');
