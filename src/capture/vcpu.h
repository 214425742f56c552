/* What KVM says of a virtual CPU: the struct kvm_run that it shares with the program that runs it (Documentation/virt/kvm/api.rst). */
#ifndef RINGSIDE_CAPTURE_VCPU_H
#define RINGSIDE_CAPTURE_VCPU_H

#include "capture/copy.h"

/* For ioctl(fd, KVM_RUN): a BLOB_VCPU with its first bytes, as far as the program has mapped it. Other calls have none. */
void vcpu_note(struct copy *c, const struct event *call, enum phase phase);

#endif
